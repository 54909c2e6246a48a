import { describe, expect, it } from 'vitest';
import { colour } from '../../src/scene/shading/shared.ts';
import { type Point, seenFrom, VERTICAL_FIELD } from '../fixtures/projection.ts';
import type { Picture } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, frontOf, middleRack, pictureOf, PLAIN, show, SMALL } from './scene.ts';

const opened = sharedPage(harnessForFile(), `embed/?${PLAIN}`, SMALL);
const HEIGHT = 720;
/** Downwards onto a face, so that it is seen over the row across the aisle and over the walls, from wherever. */
const SLOPE = (36 * Math.PI) / 180;

type Pose = { eye: Point; target: Point };

const rack = frontOf(middleRack);
/** Three servers with their manifolds: the part of the face that is looked at, metres above the rack's middle. */
const LOW = 0.06 + 24 * 0.04445 - rack.kind.height / 2;
const HIGH = LOW + 15 * 0.04445;

function pose(away: number, right = 0): Pose {
  const [x, y, z] = [rack.x + right, rack.y + (LOW + HIGH) / 2, rack.z];
  const exact = (metres: number) => Math.round(metres * 1000) / 1000;
  return {
    eye: [exact(x), exact(y + Math.sin(SLOPE) * away), exact(z + Math.cos(SLOPE) * away)],
    target: [exact(x), exact(y), exact(z)],
  };
}

async function photographed({ eye, target }: Pose, height = HEIGHT): Promise<Picture> {
  const { page } = opened();
  await show(page, `day=214&${cameraAt(...eye, ...target)}`);
  return pictureOf(page, Math.round((height * 16) / 9), height);
}

/** Light for each value of a pixel, as the materials add it up before the filmic curve; see encode.glsl. */
const LIGHT = Array.from({ length: 256 }, (_, value) => {
  const shown = colour(`#${value.toString(16).padStart(2, '0').repeat(3)}`).r;
  const [square, line] = [1 - shown, 0.19 - 0.17 * shown];
  return square === 0
    ? (0.31 * shown) / line
    : (Math.sqrt(line ** 2 + 4 * square * 0.31 * shown) - line) / (2 * square);
});

/** Luminance of a picture where it shows places spread evenly over the face's part. */
function lightOf(picture: Picture, from: Pose): number[] {
  const at = (x: number, y: number) => {
    const start = (y * picture.width + x) * 4;
    const [red, green, blue] = [0, 1, 2].map((part) => LIGHT[picture.data[start + part]!]!);
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const found: number[] = [];
  const steps = 160;
  for (let row = 0; row < steps; row++) {
    for (let column = 0; column < steps; column++) {
      const across = ((column + 0.5) / steps - 0.5) * rack.kind.width;
      const up = LOW + ((row + 0.5) / steps) * (HIGH - LOW);
      const seen = seenFrom(from, [rack.x + across, rack.y + up, rack.z], picture.width / picture.height);
      const x = (seen.x * 0.5 + 0.5) * picture.width - 0.5;
      const y = (0.5 - seen.y * 0.5) * picture.height - 0.5;
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [toRight, toBottom] = [x - left, y - top];
      found.push(
        (at(left, top) * (1 - toRight) + at(left + 1, top) * toRight) * (1 - toBottom) +
          (at(left, top + 1) * (1 - toRight) + at(left + 1, top + 1) * toRight) * toBottom,
      );
    }
  }
  return found;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a rack's face", () => {
  // Trays and walls hide the faces from far away; what counts is how much of a face a pixel takes in. Before a rack, the
  // pixels of smaller and smaller pictures are as wide as those of a picture 1080 high from 3 m to 300 m away.
  it('gives off as much light whatever the size of a pixel on it', async () => {
    const from = pose(2);
    const means: number[] = [];
    for (const height of [720, 180, 72, 27, 14, 7]) {
      means.push(mean(lightOf(await photographed(from, height), from)));
    }
    const near = means[0]!;
    const shares = means.map((light) => light / near);
    expect(near).toBeGreaterThan(0.01);
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.9);
      expect(share).toBeLessThan(1.1);
    }
  });

  // A box's edge that crosses a pixel by a tenth changes it by a tenth of its contrast at most; a lamp's is the largest.
  it.each([
    [180, 0.16],
    [48, 0.07],
    [10, 0.03],
  ])('does not sparkle in %s lines when the camera moves by a tenth of a pixel', async (height, bound) => {
    const still = pose(2);
    const moved = pose(2, (4 * Math.tan(VERTICAL_FIELD / 2)) / height / 10);
    // The same pixels of both pictures: places are looked up from where the first one was taken.
    const before = lightOf(await photographed(still, height), still);
    const after = lightOf(await photographed(moved, height), still);
    const changes = before.map((light, index) => Math.abs(light - after[index]!));
    expect(Math.max(...changes)).toBeLessThan(bound);
    expect(Math.max(...changes)).toBeGreaterThan(0);
  });
});
