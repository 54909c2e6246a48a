import { describe, expect, it } from 'vitest';
import { createFlight } from '../../src/scene/camera/flight.ts';
import { type Path, pathBetween } from '../../src/views/path.ts';
import type { Pose } from '../../src/views/pose.ts';

const low: Pose = { eye: [0, 2, 8], target: [0, 1, 0] };
const high: Pose = { eye: [40, 90, 120], target: [40, 0, 20] };
const FRAME = 1 / 60;
const find = (from: Pose, to: Pose): Path => pathBetween(from, to, []);

/** A flight whose ways can be worked out at once. */
async function begun(from: Pose, to: Pose) {
  const flight = createFlight(
    async () => find,
    () => undefined,
  );
  flight.lead(from, to);
  expect(flight.step(FRAME)).toBeUndefined();
  await new Promise((resolve) => setImmediate(resolve));
  return flight;
}

describe('a flight', () => {
  it('begins where the eye is, ends exactly, and is slower at both ends', async () => {
    const flight = await begun(low, high);
    const heights: number[] = [];
    while (flight.isOn()) heights.push(flight.step(FRAME)!.eye[1]);
    expect(heights[0]).toBe(low.eye[1]);
    expect(heights.at(-1)).toBe(high.eye[1]);
    expect(heights.length).toBeGreaterThan(40);
    expect(heights.length).toBeLessThan(150);
    const first = heights[1]! / heights[0]!;
    const middle = heights[heights.length >> 1]! / heights[(heights.length >> 1) - 1]!;
    expect(Math.log(first)).toBeLessThan(Math.log(middle) / 3);
  });

  it('is not skipped by the first frame after a rest, nor by one of a slow machine', async () => {
    const flight = await begun(low, high);
    expect(flight.step(30)!.eye).toEqual(low.eye);
    flight.step(30);
    expect(flight.isOn()).toBe(true);
  });

  it('stays where it is stopped', async () => {
    const flight = await begun(low, high);
    for (let frame = 0; frame < 20; frame++) flight.step(FRAME);
    flight.stop();
    expect(flight.isOn()).toBe(false);
    expect(flight.step(FRAME)).toBeUndefined();
  });

  it('can be led to another end on its way, in the time that is left', async () => {
    const flight = await begun(low, high);
    const near = () => flight.step(FRAME)!.eye;
    let before = near();
    for (let frame = 0; frame < 30; frame++) before = near();
    const aside: Pose = { eye: [40, 90, 122], target: [40, 0, 22] };
    flight.lead({ ...low, eye: before }, aside);
    expect(near()[1] / before[1]).toBeLessThan(1.2);
    let last = before;
    let frames = 0;
    for (; flight.isOn(); frames++) last = near();
    expect(last).toEqual(aside.eye);
    expect(frames).toBeLessThan(110);
  });

  it('is a jump where its way cannot be fetched', async () => {
    const flight = createFlight(
      async () => undefined,
      () => undefined,
    );
    flight.lead(low, high);
    await new Promise((resolve) => setImmediate(resolve));
    expect(flight.step(FRAME)!.eye).toEqual(high.eye);
    expect(flight.isOn()).toBe(false);
  });
});
