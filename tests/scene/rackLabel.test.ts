import { describe, expect, it } from 'vitest';
import { rackIndexAt } from '../../src/layout/address.ts';
import { LABEL_DEFINES, labelText, RACK_LABEL } from '../../src/scene/near/rackLabel.ts';
import { type Point, seenFrom } from '../fixtures/projection.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, frontOf, middleRack, pictureOf, plan, PLAIN, show, SMALL } from './scene.ts';

const opened = sharedPage(harnessForFile(), `embed/?${PLAIN}`, SMALL);
const HEIGHT = 720;
/** The eye is so far before the front, and so far below the label, metres. */
const [AWAY, BELOW] = [0.9, 0.3];

const { racks } = plan;
const [hall, row, place] = [racks.hall[middleRack]!, racks.row[middleRack]!, racks.place[middleRack]!];
/** A rack, the one beside it, and that across the aisle, which faces the other way. */
const looked = [
  middleRack,
  rackIndexAt(plan, hall, row, place + 1),
  [row - 1, row + 1]
    .map((other) => rackIndexAt(plan, hall, other, place))
    .find((other) => frontOf(other).south < 0)!,
];

/** Brightness of the picture, 0 to 255, at places on the plane of a rack's label, metres to the right and up from its middle. */
async function labelOf(rackIndex: number) {
  const { x, y, z, south, kind } = frontOf(rackIndex);
  const middle = y + kind.height / 2 - RACK_LABEL.below;
  const exact = (metres: number) => Math.round(metres * 1000) / 1000;
  const pose: { eye: Point; target: Point } = {
    eye: [exact(x), exact(middle - BELOW), exact(z + south * AWAY)],
    target: [exact(x), exact(middle), exact(z)],
  };
  const { page } = opened();
  await show(page, `day=214&${cameraAt(...pose.eye, ...pose.target)}`);
  // The first picture waits for near parts, which are loaded when the eye comes near.
  await pictureOf(page, 32, 18);
  const { width, height, data } = await pictureOf(page, (HEIGHT * 16) / 9, HEIGHT);
  return (right: number, up: number) => {
    const at: Point = [x + south * right, middle + up, z + south * 0.002];
    const seen = seenFrom(pose, at, width / height);
    const line = Math.round((0.5 - seen.y * 0.5) * height - 0.5);
    const start = (line * width + Math.round((seen.x * 0.5 + 0.5) * width - 0.5)) * 4;
    return (data[start]! + data[start + 1]! + data[start + 2]!) / 3;
  };
}

/** The signs of a label, each as brightness at places spread evenly over it. */
function signsOf(bright: Awaited<ReturnType<typeof labelOf>>, many: number) {
  const wide = Number(LABEL_DEFINES.LABEL_WIDEST);
  const [columns, lines] = [20, 34];
  return Array.from({ length: many }, (_, at) =>
    Array.from({ length: columns * lines }, (_, cell) => {
      const across = at + ((cell % columns) + 0.5) / columns - many / 2;
      const up = (Math.floor(cell / columns) + 0.5) / lines - 0.5;
      return bright(across * wide, up * RACK_LABEL.height * 0.85);
    }),
  );
}

const change = (one: number[], other: number[]) =>
  one.reduce((sum, light, at) => sum + Math.abs(light - other[at]!), 0) / one.length;

describe("a near rack's label", () => {
  it('is white and ends where it should, and says the address, whichever way the rack faces', async () => {
    const signs: { sign: string; shown: number[] }[] = [];
    for (const rackIndex of looked) {
      const bright = await labelOf(rackIndex);
      const [right, up] = [RACK_LABEL.width / 2, RACK_LABEL.height / 2];
      for (let share = -0.95; share < 1; share += 0.19)
        for (const side of [-1, 1]) {
          expect(bright(side * (right - 0.003), share * up)).toBeGreaterThan(140);
          expect(bright(side * (right + 0.003), share * up)).toBeLessThan(70);
          expect(bright(share * right, side * (up - 0.003))).toBeGreaterThan(140);
          expect(bright(share * right, side * (up + 0.003))).toBeLessThan(70);
        }
      const text = labelText(racks, rackIndex);
      signsOf(bright, text.length).forEach((shown, at) => signs.push({ sign: text[at]!, shown }));
    }
    // The same signs look alike, and any two others less so, wherever they are and on whichever rack.
    const [same, others] = [true, false].map((isSame) =>
      signs.flatMap(({ sign, shown }, at) =>
        signs
          .slice(at + 1)
          .filter((other) => (other.sign === sign) === isSame)
          .map((other) => change(shown, other.shown)),
      ),
    );
    expect(Math.max(...same!)).toBeLessThan(Math.min(...others!));
    // A hyphen has ink halfway up only; so signs are not all alike by being empty.
    for (const { sign, shown } of signs) {
      const ends = [...shown.slice(0, shown.length / 3), ...shown.slice((-shown.length / 3) | 0)];
      if (sign === '-') expect(Math.min(...ends)).toBeGreaterThan(140);
      else expect(Math.min(...ends)).toBeLessThan(80);
    }
  });
});
