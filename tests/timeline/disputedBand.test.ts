import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { curveAt } from '../../src/model/curve.ts';
import type { CurvePoint, SiteDocument } from '../../src/model/schema.ts';
import { resolveSite } from '../../src/model/site.ts';
import { type Disputed, disputedBand } from '../../src/timeline/disputedBand.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';

const seed = 122214;
const colossus = resolveSite(builtinSites.colossus!, '200k');

/** The band on a day, by the straight lines between its corners; nothing where it is closed. */
function bandOn(parts: readonly Disputed[][], day: number): { low: number; high: number } | undefined {
  for (const part of parts)
    for (const [at, corner] of part.entries()) {
      const next = part[at + 1];
      if (!next || day < corner.day || day >= next.day) continue;
      const share = (day - corner.day) / (next.day - corner.day);
      const mix = (of: 'low' | 'high') => corner[of] + (next[of] - corner[of]) * share;
      return { low: mix('low'), high: mix('high') };
    }
  return undefined;
}

describe('the disputed band of Colossus', () => {
  const parts = disputedBand(colossus, 0, colossus.lastDay, 200_000);

  it('opens where more is announced than documented power could feed, and says from when on nothing is documented', () => {
    expect(parts).toHaveLength(1);
    const [first] = parts[0]!;
    // 100,000 in 42 days against 32,000 and 31,000 more in 40 days.
    expect(first!.day).toBeCloseTo(80 + 32_000 / (100_000 / 42 - 31_000 / 40), 6);
    expect(first!.low).toBeCloseTo(first!.high, 6);
    const on = (day: number) => parts[0]!.filter((corner) => corner.day === day);
    expect(on(122)).toEqual([{ day: 122, low: 63_000, high: 100_000, isHeld: true }]);
    expect(on(120)).toMatchObject([{ low: 63_000, isHeld: false }]);
    expect(on(214)).toMatchObject([{ low: 63_000, high: 200_000 }]);
    expect(parts[0]!.at(-1)).toMatchObject({ day: colossus.lastDay, high: 200_000, isHeld: true });
  });

  it('is as high as the configuration, and as long as the days asked for', () => {
    const small = disputedBand(resolveSite(builtinSites.colossus!, '100k'), 100, 130, 100_000);
    expect(Math.max(...small.flat().map(({ high }) => high))).toBe(100_000);
    expect([small[0]![0]!.day, small[0]!.at(-1)!.day]).toEqual([100, 130]);
    expect(disputedBand(colossus, 0, 79)).toEqual([]);
    expect(disputedBand(colossus, 130, 130)).toEqual([]);
  });

  it('is none where there is no account of the power', () => {
    expect(disputedBand(resolveSite(generatedSite(1000), 'all'), 0, 500)).toEqual([]);
  });
});

describe(`on random accounts (seed ${seed})`, () => {
  const curve = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.nat(900)), { minLength: 1, maxLength: 6 })
    .map((steps) => {
      let [day, count] = [20, 0];
      return steps.map(([days, more]): CurvePoint => {
        day += days;
        count += more;
        return { date: new Date(Date.UTC(2024, 4, 3 + day)).toISOString().slice(0, 10), count };
      });
    });

  it('lies on every day between what could be fed and what is announced, exactly where that is more', () => {
    fc.assert(
      fc.property(
        curve,
        curve,
        fc.constantFrom(500, Number.POSITIVE_INFINITY),
        fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 40, maxLength: 40 }),
        (fed, announced, most, days) => {
          const base = generatedSite(1000);
          const growth = base.growth!;
          const [told] = growth.curves;
          const document: SiteDocument = {
            ...base,
            growth: {
              ...growth,
              curves: [
                { ...told!, points: announced },
                { ...told!, id: 'fed', facilityWattsPerGpu: 1000, points: fed },
              ],
            },
          };
          const site = resolveSite(document, 'all');
          const parts = disputedBand(site, 0, 400, most);
          const [own, power] = site.growth.curves;
          for (const day of [...days, ...[...own!.points, ...power!.points].map((point) => point.day)]) {
            if (day >= 400) continue;
            const high = Math.min(curveAt(own!.points, day), most);
            const low = Math.min(curveAt(power!.points, day), high);
            const band = bandOn(parts, day) ?? { low: high, high };
            expect(band.high - band.low).toBeCloseTo(high - low, 4);
            if (high - low > 1e-3) expect(band.high).toBeCloseTo(high, 4);
          }
          for (const part of parts) for (const { low, high } of part) expect(low).toBeLessThanOrEqual(high);
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
