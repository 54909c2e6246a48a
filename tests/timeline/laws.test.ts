import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { curveAt } from '../../src/model/curve.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { reordered, siteArbitrary } from '../fixtures/generatedSites.ts';

const seed = 122214;
const colossus = layout(resolveSite(builtinSites.colossus!, '200k'));
const small = layout(resolveSite(builtinSites.colossus!, '100k'));
const large = layout(resolveSite(builtinSites.colossus!, '230k'));

/** Colossus under each account, and a random site: what the laws hold for. */
const grownArbitrary = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['claimed', 'estimate', 'power'].flatMap((curve) =>
        [colossus, small, large].map((laid) => ({ laid, curve })),
      ),
    ),
  },
  {
    weight: 4,
    arbitrary: siteArbitrary.map((document) => ({
      laid: layout(resolveSite(document, 'all')),
      curve: 'told',
    })),
  },
);
const ascending = (days: Float64Array) => days.every((day, index) => index === 0 || days[index - 1]! <= day);
const STAGES = ['installed', 'energized', 'inService'] as const;

describe(`laws of growth, on Colossus and generated sites (seed ${seed})`, () => {
  it('never has more in service than energized, nor more energized than installed, rack by rack and in all', () => {
    fc.assert(
      fc.property(
        grownArbitrary,
        fc.array(fc.double({ min: -10, max: 760, noNaN: true }), { minLength: 20, maxLength: 20 }),
        ({ laid, curve }, days) => {
          const grown = timeline(laid, curve);
          for (let rack = 0; rack < laid.racks.count; rack++) {
            expect(grown.installedDay[rack]! <= grown.energizedDay[rack]!).toBe(true);
            expect(grown.energizedDay[rack]! <= grown.inServiceDay[rack]!).toBe(true);
          }
          for (const day of days) {
            const { gpus, servers, arrays, halls, racks } = grown.at(day);
            for (const counts of [gpus, servers]) {
              expect(counts.inService).toBeLessThanOrEqual(counts.energized);
              expect(counts.energized).toBeLessThanOrEqual(counts.installed);
            }
            expect(gpus.installed).toBeLessThanOrEqual(laid.totals.gpus);
            expect(arrays.inService).toBeLessThanOrEqual(arrays.installed);
            expect(halls.inService).toBeLessThanOrEqual(halls.full);
            expect(halls.full).toBeLessThanOrEqual(halls.started);
            expect(racks.compute).toBeLessThanOrEqual(racks.installed);
          }
        },
      ),
      { seed, numRuns: 60 },
    );
  });

  it("keeps an earlier day's racks on every later day", () => {
    fc.assert(
      fc.property(grownArbitrary, ({ laid, curve }) => {
        const grown = timeline(laid, curve);
        for (const days of [grown.installedDay, grown.energizedDay, grown.inServiceDay])
          expect(ascending(days)).toBe(true);
        let before = grown.at(0);
        for (let day = 0; day <= laid.site.lastDay; day += 2.5) {
          const now = grown.at(day);
          for (const stage of STAGES) {
            expect(now.gpus[stage]).toBeGreaterThanOrEqual(before.gpus[stage]);
            expect(now.servers[stage]).toBeGreaterThanOrEqual(before.servers[stage]);
          }
          expect(now.racks.installed).toBeGreaterThanOrEqual(before.racks.installed);
          before = now;
        }
      }),
      { seed, numRuns: 40 },
    );
  });

  it('counts exactly the racks whose day has come, and whole servers', () => {
    fc.assert(
      fc.property(grownArbitrary, fc.double({ min: 0, max: 733, noNaN: true }), ({ laid, curve }, day) => {
        const grown = timeline(laid, curve);
        const moment = grown.at(day);
        const { racks } = laid;
        const at = Math.min(day, laid.site.lastDay);
        const of = (days: Float64Array, column: Uint16Array) =>
          column.reduce((sum, count, rack) => sum + (days[rack]! <= at ? count : 0), 0);
        expect(moment.racks.installed).toBe(grown.installedDay.filter((installed) => installed <= at).length);
        expect(moment.gpus.installed).toBe(of(grown.installedDay, racks.gpus));
        expect(moment.servers.installed).toBe(of(grown.installedDay, racks.servers));
        // In service: whole racks, and less than one more.
        const whole = of(grown.inServiceDay, racks.servers);
        expect(moment.servers.inService).toBeGreaterThanOrEqual(whole);
        expect(moment.servers.inService - whole).toBeLessThan(256);
      }),
      { seed, numRuns: 60 },
    );
  });

  it('never has more in service than its curve says, and never lags by a whole server', () => {
    fc.assert(
      fc.property(grownArbitrary, fc.double({ min: 0, max: 733, noNaN: true }), ({ laid, curve }, day) => {
        const { points } = laid.site.growth.curves.find(({ id }) => id === curve)!;
        const { gpus, day: at } = timeline(laid, curve).at(day);
        const told = curveAt(points, at);
        expect(gpus.inService).toBeLessThanOrEqual(told + 1e-6);
        const most = Math.max(1, ...laid.site.rackKinds.map(({ gpusPerServer }) => gpusPerServer));
        if (gpus.inService < gpus.installed) expect(gpus.inService).toBeGreaterThan(told - most - 1e-6);
      }),
      { seed, numRuns: 60 },
    );
  });

  it('gives the same bytes for the same input, whatever the order of its keys and named lists', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const grow = (from: typeof document) => timeline(layout(resolveSite(from, 'all')), 'told');
        const first = grow(document);
        const second = grow(reordered(document));
        expect(second.installedDay).toEqual(first.installedDay);
        expect(second.energizedDay).toEqual(first.energizedDay);
        expect(second.inServiceDay).toEqual(first.inServiceDay);
        expect(second.fitOut).toEqual(first.fitOut);
      }),
      { seed, numRuns: 25 },
    );
  });
});
