import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holding, joint } from '../../src/scene/near/holding.ts';
import { bodyOf, type BodyPoint, shoulderOf } from '../../src/scene/people/body.ts';

const seed = 1780;
const apart = (a: BodyPoint, b: BodyPoint) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe(`somebody who holds something (seed ${seed})`, () => {
  // From a server at the foot of a rack to one over the head, as far to both sides as its front is wide; thousandths of the height.
  const hand = (side: -1 | 1) =>
    fc.tuple(
      fc.double({ min: 240, max: 320, noNaN: true }),
      fc.double({ min: 260, max: 980, noNaN: true }),
      fc.double({ min: 60, max: 180, noNaN: true }).map((aside) => aside * side),
    );

  it('has both palms where it holds, and arms as long as ever', () => {
    fc.assert(
      fc.property(hand(-1), hand(1), fc.double({ min: -60, max: 60, noNaN: true }), (left, right, lower) => {
        const hands = [left, [right[0], left[1] + lower, right[2]]] as const;
        const { lean, drop, arms } = holding(hands);
        arms.forEach(([elbow, wrist], side) => {
          const shoulder = shoulderOf(side as 0 | 1, lean, drop);
          expect(apart(shoulder, elbow)).toBeCloseTo(167, 6);
          expect(apart(elbow, wrist)).toBeCloseTo(151, 6);
          expect(apart(wrist, hands[side]!)).toBeCloseTo(50, 6);
        });
        expect(drop).toBeLessThanOrEqual(320);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('stands on the floor with skin at what it holds, upright or crouching', () => {
    for (const high of [300, 500, 700, 900]) {
      const hands = [
        [280, high, -130],
        [280, high, 130],
      ] as const;
      const { positions, paints } = bodyOf('standing', { held: holding(hands) });
      const places = paints.map((paint, at) => ({
        paint,
        place: [0, 1, 2].map((axis) => positions[at * 3 + axis]! * 1000) as unknown as BodyPoint,
      }));
      for (const held of hands) {
        const nearest = Math.min(
          ...places.filter(({ paint }) => paint === 0).map(({ place }) => apart(place, held)),
        );
        expect(nearest, `${high}`).toBeLessThan(30);
      }
      const low = Math.min(...places.map(({ place }) => place[1]));
      expect(low).toBeGreaterThan(-6);
      expect(low).toBeLessThan(10);
    }
  });

  it('bends a joint to the side that it is told', () => {
    expect(joint([0, 0, 0], [0, -8, 0], 5, 5, [1, 0, 0])).toEqual([3, -4, 0]);
    expect(joint([0, 0, 0], [0, -8, 0], 5, 5, [-1, 0.5, 0])).toEqual([-3, -4, 0]);
  });
});
