import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/resolveSite.ts';
import { monthsFrom } from '../../src/model/months.ts';
import { milestoneBeside } from '../../src/ui/explorer/timeline/calendar.ts';
import { createAxis } from '../../src/ui/explorer/timeline/axis.ts';
import { ticksOf, yearsOf } from '../../src/ui/explorer/timeline/ticks.ts';

const seed = 20241203;
const days = fc.integer({ min: 1, max: 4000 });

describe('the timeline axis', () => {
  it(`runs from 0 to 1, always forward, and back again (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        days,
        days,
        fc.nat(3000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (complete, length, first, share) => {
          const last = first + length;
          const axis = createAxis(Math.min(complete, last), last, first);
          expect(axis.share(first)).toBe(0);
          expect(axis.share(first - 10)).toBe(0);
          expect(axis.share(last)).toBeCloseTo(1, 9);
          expect(axis.share(axis.day(share))).toBeCloseTo(share, 9);
          const [a, b] = [axis.day(share * 0.9), axis.day(share)];
          expect(a).toBeLessThanOrEqual(b);
          expect(axis.day(-1)).toBe(first);
          expect(axis.day(2)).toBeCloseTo(last, 9);
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  it('gives the growth most of the width and says how much tighter the rest is', () => {
    const axis = createAxis(214, 733);
    expect(axis.share(214)).toBeCloseTo(0.72, 9);
    expect(axis.split?.tighter).toBeCloseTo(519 / 0.28 / (214 / 0.72), 9);
  });

  it('is straight where nothing much comes after the growth', () => {
    expect(createAxis(100, 110).split).toBeUndefined();
    expect(createAxis(0, 50).split).toBeUndefined();
    expect(createAxis(100, 110).share(55)).toBe(0.5);
  });
});

describe('ticks', () => {
  it(`keep their labels apart on every axis (seed ${seed})`, () => {
    fc.assert(
      fc.property(days, days, fc.nat(3000), (complete, length, first) => {
        const last = first + length;
        const axis = createAxis(Math.min(complete, last), last, first);
        for (const list of [ticksOf('2024-05-03', axis), yearsOf('2024-05-03', axis)]) {
          expect(list[0]?.share).toBe(0);
          let before = Number.NEGATIVE_INFINITY;
          for (const tick of list) {
            if (tick.label !== 'month') continue;
            expect(tick.share - before).toBeGreaterThanOrEqual(0.0449);
            before = tick.share;
          }
        }
      }),
      { seed, numRuns: 200 },
    );
  });

  it('stand on the first of the month', () => {
    const axis = createAxis(214, 733);
    const ticks = ticksOf('2024-05-03', axis);
    expect(ticks.slice(0, 4).map((tick) => tick.date)).toEqual([
      '2024-05-03',
      '2024-06-01',
      '2024-07-01',
      '2024-08-01',
    ]);
    expect(yearsOf('2024-05-03', axis).map((tick) => tick.date.slice(0, 4))).toEqual([
      '2024',
      '2025',
      '2026',
    ]);
  });
});

describe('steps of the calendar', () => {
  it('go one month on and stay inside shorter months', () => {
    expect(monthsFrom('2024-05-03', 0, 1)).toBe(31);
    expect(monthsFrom('2024-01-31', 0, 1)).toBe(29);
    expect(monthsFrom('2024-05-03', 31, -1)).toBe(0);
  });

  it('go from milestone to milestone, day 0 being the first', () => {
    const colossus = builtinSites.colossus;
    if (!colossus) throw new Error('The built-in site is missing');
    const site = resolveSite(colossus, '200k');
    const all = { first: 0, last: site.lastDay };
    expect(milestoneBeside(site, all, 122, 1)?.day).toBeGreaterThan(122);
    expect(milestoneBeside(site, all, 122, -1)?.day).toBeLessThan(122);
    expect(milestoneBeside(site, all, 121.5, 1)?.day).toBe(122);
    expect(milestoneBeside(site, all, site.lastDay, 1)).toBeUndefined();
    expect(milestoneBeside(site, all, 0, -1)).toBeUndefined();
    const span = { first: 62, last: 122 };
    expect(milestoneBeside(site, span, 122, 1)).toBeUndefined();
    expect(milestoneBeside(site, span, 67, -1)).toBeUndefined();
  });
});
