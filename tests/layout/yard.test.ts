import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { unitSpans, yardCount } from '../../src/layout/yard.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { dayOf } from '../../src/model/days.ts';
import { resolveSite } from '../../src/model/site.ts';
import { MILLIMETRE } from './boxes.ts';

const seed = 90180;
const { site, yard } = layout(resolveSite(builtinSites.colossus!, '200k'));
const on = (date: string) => dayOf(site.dayZero, date);
/** Units of an item that stand on a day, from the columns. */
const standing = (item: string, day: number) => {
  let count = 0;
  for (let unit = 0; unit < yard.count; unit++)
    if (yard.item[yard.itemIndex[unit]!] === item && yard.fromDay[unit]! <= day && day < yard.untilDay[unit]!)
      count++;
  return count;
};

describe('the yard of Colossus', () => {
  it('has the dated counts on their dates', () => {
    for (const [item, date, count] of [
      ['chiller', '2024-05-03', 0],
      ['chiller', '2024-07-22', 25],
      ['chiller', '2024-09-02', 90],
      ['chiller', '2025-02-17', 180],
      ['chiller', '2025-09-17', 90],
      ['chiller', '2026-02-11', 0],
      ['cooling-tower', '2026-02-11', 17],
      ['generator-trailer', '2024-07-22', 14],
      ['generator-trailer', '2024-09-02', 14],
      ['turbine', '2025-04-01', 35],
      ['turbine', '2025-07-02', 24],
      ['turbine', '2026-02-11', 15],
      ['megapack', '2024-12-31', 0],
      ['megapack', '2025-05-01', 78],
      ['megapack', '2025-08-19', 208],
      ['transformer', '2025-05-01', 2],
      ['transformer', '2026-02-10', 2],
      ['transformer', '2026-02-11', 4],
    ] as const)
      expect(standing(item, on(date)), `${item} on ${date}`).toBe(count);
  });

  it('counts the same from its units as from its document, on every day', () => {
    for (const item of yard.item)
      for (let day = 0; day <= site.lastDay; day++) {
        expect(standing(item, day), `${item} on day ${day}`).toBe(yardCount(site, item, day).count);
      }
  });

  it('says which counts are interpolated', () => {
    expect(yardCount(site, 'chiller', 100)).toMatchObject({ interpolated: true });
    expect(yardCount(site, 'chiller', 122)).toEqual({ count: 90, interpolated: false });
    expect(yardCount(site, 'transformer', 500).interpolated).toBe(false);
  });

  it('has no two units that overlap on any day, and all inside their zone', () => {
    const boxes = Array.from({ length: yard.count }, (_, unit) => {
      const { size } = site.catalogue.get(yard.item[yard.itemIndex[unit]!]!)!;
      const turned = Math.abs(Math.sin(yard.heading[unit]!)) > 0.5;
      const [width, depth] = turned ? [size.z, size.x] : [size.x, size.z];
      expect(width * depth).toBeGreaterThan(0);
      return {
        x0: yard.x[unit]! - width / 2,
        x1: yard.x[unit]! + width / 2,
        z0: yard.z[unit]! - depth / 2,
        z1: yard.z[unit]! + depth / 2,
      };
    });
    boxes.forEach((a, unit) => {
      const zone = site.zones[yard.zone[unit]!]!.rect;
      expect(a.x0 >= zone.x0 - MILLIMETRE && a.x1 <= zone.x1 + MILLIMETRE).toBe(true);
      expect(a.z0 >= zone.z0 - MILLIMETRE && a.z1 <= zone.z1 + MILLIMETRE).toBe(true);
      for (let other = 0; other < unit; other++) {
        const b = boxes[other]!;
        const together =
          Math.max(yard.fromDay[unit]!, yard.fromDay[other]!) <
          Math.min(yard.untilDay[unit]!, yard.untilDay[other]!);
        const meet =
          Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > MILLIMETRE &&
          Math.min(a.z1, b.z1) - Math.max(a.z0, b.z0) > MILLIMETRE;
        expect(together && meet).toBe(false);
      }
    });
  });

  it(`lets the last unit in leave first, whatever the counts (seed ${seed})`, () => {
    const counts = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(12)), { minLength: 1, maxLength: 6 })
      .map((steps) => {
        let day = 0;
        return steps.map(([days, count]) => {
          day += days;
          return { day, count, grade: 'assumed' as const, source: 'rackfield-model' };
        });
      });
    fc.assert(
      fc.property(counts, fc.boolean(), fc.integer({ min: 0, max: 400 }), (points, steps, day) => {
        const there = Array.from({ length: 12 }, (_, unit) =>
          unitSpans({ counts: points, steps }, unit + 1).some(([from, until]) => from <= day && day < until),
        );
        // Never a gap: who came first is still there.
        expect(there.lastIndexOf(true)).toBe(there.filter(Boolean).length - 1);
      }),
      { seed, numRuns: 300 },
    );
  });
});
