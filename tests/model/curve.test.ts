import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrowthPoint } from '../../src/model/site.ts';
import { curveAt, dayReached } from '../../src/model/curve.ts';

const seed = 20240722;
/** Curves that rise, rest and jump: several points may share a day or a count. */
const points = fc
  .array(fc.tuple(fc.nat(3), fc.nat(4)), { minLength: 1, maxLength: 20 })
  .map((steps): GrowthPoint[] => {
    let day = 0;
    let count = 0;
    return steps.map(([days, more]) => {
      day += days;
      count += more;
      return { day, count, point: { date: '2024-07-22', count } };
    });
  });

describe(`the day of a count (seed ${seed})`, () => {
  it('is the first on which the curve has it: not a moment earlier', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 60 }), (curve, count) => {
        const day = dayReached(curve, count);
        const most = curve.at(-1)!.count;
        expect(day === Number.POSITIVE_INFINITY).toBe(count > most);
        if (count > most) return;
        expect(curveAt(curve, day)).toBeGreaterThanOrEqual(count - 1e-9);
        if (day > curve[0]!.day) expect(curveAt(curve, day - 1e-3)).toBeLessThan(count);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('is for a count of 0 the day from which the curve rises', () => {
    const curve = [0, 5, 9].map((day, at) => ({
      day,
      count: at === 2 ? 7 : 0,
      point: { date: '', count: 0 },
    }));
    expect(dayReached(curve, 0)).toBe(5);
    expect(dayReached(curve.slice(0, 2), 0)).toBe(0);
    expect(dayReached([], 0)).toBe(Number.POSITIVE_INFINITY);
  });
});
