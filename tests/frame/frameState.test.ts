import { describe, expect, it } from 'vitest';
import {
  FIRST_FRAME,
  fogDistance,
  type FrameChange,
  type FrameState,
  NO_INPUTS,
  nextFrame,
} from '../../src/scene/frameState/frameState.ts';
import { plan } from '../scene/scene.ts';

const { site } = plan;
const hall = site.halls[2]!;
const eave = Math.max(...site.buildings.map((building) => building.eave));
const inHall = {
  x: (hall.rect.x0 + hall.rect.x1) / 2,
  y: hall.floorY + 1.7,
  z: (hall.rect.z0 + hall.rect.z1) / 2,
};
const outside = { x: 0, y: 200, z: 400 };

const still: FrameChange = {
  site,
  inputs: NO_INPUTS,
  day: 100,
  eye: outside,
  isCurrent: true,
  isPlan: false,
  wantsRoof: false,
  seconds: Number.POSITIVE_INFINITY,
  openCut: 4.2,
  isFine: true,
  isEnclosed: () => true,
  isLit: () => true,
};

/** Frames of a sixtieth of a second until nothing moves any more. */
function settle(change: Partial<FrameChange>, from: FrameState = FIRST_FRAME): FrameState[] {
  const frames: FrameState[] = [];
  let frame = from;
  do {
    frame = nextFrame(frame, { ...still, seconds: 1 / 60, ...change });
    frames.push(frame);
  } while (frame.isMoving && frames.length < 1000);
  return frames;
}

describe('the frame state', () => {
  it('takes the roof on and off in steps, at once where nothing may move, and ends exactly', () => {
    const on = settle({ wantsRoof: true });
    expect(on.length).toBeGreaterThan(40);
    expect(on.at(-1)).toMatchObject({ roof: 1, cut: eave, isMoving: false });
    const off = settle({}, on.at(-1));
    expect(off.at(-1)).toMatchObject({ roof: 0, cut: 4.2 });
    for (const [before, after] of on.slice(1).map((frame, at) => [on[at]!, frame] as const))
      expect(after.roof).toBeGreaterThanOrEqual(before.roof);
    expect(nextFrame(FIRST_FRAME, { ...still, wantsRoof: true }).roof).toBe(1);
  });

  it('lifts the roof as far as a flight through it asks for, and closes it in steps behind', () => {
    const lifted = { ...NO_INPUTS, roofLift: 0.7 };
    const on = settle({ wantsRoof: true }).at(-1)!;
    const opened = nextFrame(on, { ...still, wantsRoof: true, seconds: 1 / 60, inputs: lifted });
    expect(opened.roof).toBeCloseTo(0.3);
    const closing = settle({ wantsRoof: true }, opened);
    expect(closing.length).toBeGreaterThan(20);
    expect(closing.at(-1)!.roof).toBe(1);
  });

  it('does not skip the way in the first frame after a rest', () => {
    expect(nextFrame(FIRST_FRAME, { ...still, seconds: 30, wantsRoof: true }).roof).toBeCloseTo(0.2);
  });

  it('knows the hall around the eye from the day on which its walls stand', () => {
    const within = settle({ eye: inHall }).at(-1)!;
    expect(within).toMatchObject({ inside: 1, cut: eave, isLit: true, mirror: 1 });
    expect(within.hall).toBe(hall);
    const unbuilt = settle({ eye: inHall, isEnclosed: () => false }).at(-1)!;
    // Under the building's roof, then.
    expect(unbuilt).toMatchObject({ hall: undefined, inside: 0, roof: 1, mirror: 0 });
    expect(settle({ eye: inHall, isCurrent: false }).at(-1)).toMatchObject({
      hall: undefined,
      inside: 0,
      roof: 0,
    });
  });

  it('reflects only inside of a hall, never in a plan, and not where there is no time', () => {
    const within = settle({ eye: inHall }).at(-1)!;
    for (const change of [{ isFine: false }, { isPlan: true }, { eye: outside }])
      expect(nextFrame(within, { ...still, eye: inHall, ...change }).mirror).toBe(0);
  });

  it('remembers whether lamps burnt in the hall that the eye has left', () => {
    const lit = settle({ eye: inHall }).at(-1)!;
    expect(nextFrame(lit, { ...still, isLit: () => false }).isLit).toBe(true);
    expect(nextFrame(lit, { ...still, eye: inHall, isLit: () => false }).isLit).toBe(false);
  });

  it('says what the camera and the near parts say, unchanged', () => {
    const gap = { x0: 1, x1: 2, z0: 3, z1: 4 };
    const inputs = { ...NO_INPUTS, gap, nearReach: 7 };
    expect(nextFrame(FIRST_FRAME, { ...still, inputs })).toMatchObject({ gap, nearReach: 7, day: 100 });
  });
});

describe('fog', () => {
  it('is never in a plan, and elsewhere lies farther off the farther away the eye is', () => {
    for (const distance of [0, 100, 1000, 9000]) {
      // Less than a thousandth of a colour at the far end of the picture.
      expect(fogDistance(true, distance)).toBeGreaterThan(12_000 * 30);
      expect(fogDistance(false, distance * 2)).toBeGreaterThanOrEqual(fogDistance(false, distance));
      expect(fogDistance(false, distance)).toBeLessThan(12_000 * 30);
    }
  });
});
