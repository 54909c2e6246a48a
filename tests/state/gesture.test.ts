import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type GestureOwner,
  TOUCH_SLOP,
  type TouchMove,
  touchOwner,
  WHEELS,
  wheelOwner,
} from '../../src/state/gesture.ts';

const seed = 20261126;
const runs = { seed, numRuns: 500 };
const pixels = fc.double({ min: -800, max: 800, noNaN: true });
const owners = fc.constantFrom<GestureOwner>('page', 'model', 'undecided');
const moves = fc.record({
  fingers: fc.integer({ min: 1, max: 5 }),
  right: pixels,
  down: pixels,
  isDirect: fc.boolean(),
});
const oneFinger = (right: number, down: number): TouchMove => ({ fingers: 1, right, down, isDirect: false });
/** The answer after a finger has gone through these places. */
const after = (path: readonly (readonly [number, number])[]) =>
  path.reduce<GestureOwner>((owner, [right, down]) => touchOwner(owner, oneFinger(right, down)), 'undecided');

describe(`whom one finger belongs to (seed ${seed})`, () => {
  it('is the page, never the model, on every path that is higher than wide', () => {
    const steps = fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), pixels), { minLength: 1 });
    fc.assert(
      fc.property(steps, (path) => {
        const owner = after(path.map(([share, down]) => [share * Math.abs(down), down] as const));
        const farthest = Math.max(...path.map(([, down]) => Math.abs(down)));
        expect(owner).toBe(farthest < TOUCH_SLOP ? 'undecided' : 'page');
      }),
      runs,
    );
  });

  it('is the model for a swipe straight to a side that is longer than a tap', () => {
    fc.assert(
      fc.property(pixels, (right) => {
        expect(after([[right, 0]])).toBe(Math.abs(right) < TOUCH_SLOP ? 'undecided' : 'model');
      }),
      runs,
    );
  });

  it('is the same to the left and right, and up and down', () => {
    fc.assert(
      fc.property(owners, moves, (before, move) => {
        const owner = touchOwner(before, move);
        expect(touchOwner(before, { ...move, right: -move.right })).toBe(owner);
        expect(touchOwner(before, { ...move, down: -move.down })).toBe(owner);
      }),
      runs,
    );
  });

  it('never changes once it is the model, and from the page only by another finger', () => {
    fc.assert(
      fc.property(moves, (move) => {
        expect(touchOwner('model', move)).toBe('model');
        expect(touchOwner('page', { ...move, fingers: 1, isDirect: false })).toBe('page');
      }),
      runs,
    );
  });

  it('is the model at once for two fingers, and where the picture is direct', () => {
    fc.assert(
      fc.property(owners, moves, (before, move) => {
        expect(touchOwner(before, { ...move, isDirect: true })).toBe('model');
        expect(touchOwner(before, { ...move, fingers: Math.max(2, move.fingers) })).toBe('model');
      }),
      runs,
    );
  });

  it('stays undecided on a slant that is neither', () => {
    expect(after([[40, 30]])).toBe('undecided');
    expect(
      after([
        [40, 30],
        [90, 30],
      ]),
    ).toBe('model');
  });
});

describe('whom the wheel belongs to', () => {
  const turns = WHEELS.flatMap((wheel) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((bits) => ({
      wheel,
      isActivated: (bits & 1) > 0,
      hasCtrl: (bits & 2) > 0,
      isAtEnd: (bits & 4) > 0,
      isVertical: (bits & 8) > 0,
    })),
  );
  const modelsTurns = turns.filter((turn) => wheelOwner(turn) === 'model');

  it('is the model with Ctrl, and always where the picture owns the page', () => {
    for (const turn of turns) if (turn.hasCtrl || turn.wheel === 'zoom') expect(modelsTurns).toContain(turn);
  });

  it('is else the model only while it is activated, not at the end of the zoom, and not sideways', () => {
    const others = modelsTurns.filter(({ wheel, hasCtrl }) => wheel === 'page' && !hasCtrl);
    expect(others).toEqual([
      { wheel: 'page', isActivated: true, hasCtrl: false, isAtEnd: false, isVertical: true },
    ]);
  });
});
