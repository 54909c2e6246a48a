import { describe, expect, it } from 'vitest';
import { RACK_UNIT } from '../../src/model/figure.ts';
import { seenFrom } from '../fixtures/projection.ts';
import { assertSilent } from '../harness/browser.ts';
import type { Picture } from '../harness/picture.ts';
import { harnessForFile } from '../harness/suite.ts';
import { cameraAt, frontOf, pictureOf, SMALL, middleRack } from './scene.ts';

const harness = harnessForFile();
/** Downwards onto a face, over the row across the aisle and over the walls; metres from it. */
const SLOPE = (36 * Math.PI) / 180;
const AWAY = 2;
/**
 * Lines of the first picture and of the last, and by how many the next one has more. How near an eye has to be for a rack to have parts is
 * a number of pixels: the larger picture is what a step towards the rack shows, and everything else stays where it is.
 */
const [FROM, TO, STEP] = [232, 344, 8];

const rack = frontOf(middleRack);

const { x, y, z } = rack;
const pose = {
  eye: [x, y + Math.sin(SLOPE) * AWAY, z + Math.cos(SLOPE) * AWAY] as const,
  target: [x, y, z] as const,
};

/** Light, and how coloured it is, of a picture at places spread evenly over three servers of the face, each the mean of what is around it: a hose wide. */
function lightOf({ width, height, data }: Picture) {
  const found: { light: number[]; colour: number[] } = { light: [], colour: [] };
  const [columns, rows, fine] = [30, 36, 5];
  for (let cell = 0; cell < columns * rows; cell++) {
    let [light, colour] = [0, 0];
    for (let part = 0; part < fine * fine; part++) {
      const across = ((cell % columns) + ((part % fine) + 0.5) / fine) / columns - 0.5;
      const up = (Math.floor(cell / columns) + (Math.floor(part / fine) + 0.5) / fine) / rows - 0.5;
      const place = [x + across * rack.kind.width, y + up * 15 * RACK_UNIT, z] as const;
      const seen = seenFrom(pose, place, width / height);
      const line = Math.round((0.5 - seen.y * 0.5) * height - 0.5);
      const at = (line * width + Math.round((seen.x * 0.5 + 0.5) * width - 0.5)) * 4;
      const [red, green, blue] = [0, 1, 2].map((part) => (data[at + part]! / 255) ** 2);
      light += 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
      colour += Math.abs(red! - blue!);
    }
    found.light.push(light / (fine * fine));
    found.colour.push(colour / (fine * fine));
  }
  return found;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const change = (one: number[], other: number[]) => mean(one.map((light, at) => Math.abs(light - other[at]!)));

describe('parts that stand out of a rack', () => {
  it.each(['low', 'high'])('take over from the painted ones step by step (quality %s)', async (quality) => {
    const address = `?day=214&motion=reduce&quality=${quality}&${cameraAt(...pose.eye, ...pose.target)}`;
    const opened = await harness().open(address, SMALL);
    const seen: ReturnType<typeof lightOf>[] = [];
    for (let lines = FROM; lines <= TO; lines += STEP)
      seen.push(lightOf(await pictureOf(opened.page, Math.round((lines * 16) / 9), lines)));
    assertSilent(opened);
    await opened.close();
    // Pictures of other sizes are never quite the same; none differs from the next much more than the others do.
    const steps = seen.slice(1).map(({ light }, at) => change(light, seen[at]!.light));
    const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1]!;
    expect(change(seen[0]!.light, seen.at(-1)!.light)).toBeGreaterThan(usual * 1.4);
    expect(Math.max(...steps) / usual).toBeLessThan(1.6);
    // Red and blue hoses, painted or real, are there all the time.
    const shares = seen.map(({ colour }) => mean(colour) / mean(seen[0]!.colour));
    expect(Math.min(...shares)).toBeGreaterThan(0.8);
  });
});
