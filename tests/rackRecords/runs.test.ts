import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, type Layout } from '../../src/layout/layout.ts';
import { resolveSite } from '../../src/model/site.ts';
import { RACK_RECORD, rackRecords, settledOn, writeDays } from '../../src/scene/rackRecords/rackRecords.ts';
import { FRESH_DAYS, rackRuns, settledDay, settling } from '../../src/scene/rackRecords/runs.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';
import { rackBox } from '../layout/boxes.ts';
import { plan } from '../scene/scene.ts';

const seed = 3128;
const DAYS = [0, 61, 90, 122, 160, 214, 244.5, 290, 400, 733];

/** Every rack is in one run, and a run's racks touch, are of one kind and follow each other to the east. */
function expectRuns(of: Layout) {
  const runs = rackRuns(of);
  const seen = new Uint8Array(of.racks.count);
  for (let run = 0; run < runs.count; run++) {
    const first = runs.first[run]!;
    for (let rack = first; rack < first + runs.racks[run]!; rack++) {
      seen[rack]!++;
      if (rack === first) continue;
      expect(of.racks.kind[rack]).toBe(of.racks.kind[first]);
      expect(of.racks.servers[rack]).toBe(of.racks.servers[first]);
      const [west, east] = [rackBox(of, rack - 1), rackBox(of, rack)];
      expect(Math.abs(east.x0 - west.x1)).toBeLessThan(2e-3);
      expect(east.z0).toBeCloseTo(west.z0, 5);
      expect(east.y0).toBeCloseTo(west.y0, 5);
    }
  }
  expect(seen.every((times) => times === 1)).toBe(true);
  return runs;
}

/** On each of some days: what is drawn as runs is at rest, and what is drawn, as a run or by itself, is every rack once. */
function expectDrawnOnce(of: Layout, curve: string) {
  const growth = timeline(of, curve);
  const records = rackRecords(of);
  writeDays(records, growth);
  const numberOf = (record: number, field: keyof typeof RACK_RECORD.at) =>
    records.data[record * RACK_RECORD.texels * 4 + RACK_RECORD.at[field]]!;
  for (const day of DAYS) {
    const { runs, tail } = settledOn(records, day);
    const times = new Uint8Array(of.racks.count);
    for (let run = 0; run < runs; run++) {
      const [racks, first] = [
        numberOf(of.racks.count + run, 'racks'),
        numberOf(of.racks.count + run, 'first'),
      ];
      for (let rack = first; rack < first + racks; rack++) {
        times[rack]!++;
        expect(growth.installedDay[rack]! + FRESH_DAYS).toBeLessThanOrEqual(day);
        for (const days of [growth.energizedDay, growth.inServiceDay])
          expect(days[rack]! <= day).toBe(days[first]! <= day);
      }
    }
    for (let place = tail; place < of.racks.count; place++) times[numberOf(place, 'order')]!++;
    expect(times.every((each) => each === 1)).toBe(true);
  }
}

describe(`runs of racks (seed ${seed})`, () => {
  it('are three a row of Colossus, where nothing is spare', () => {
    const runs = expectRuns(plan);
    // Compute, network, compute; fewer where a row is of one kind, one more for each part-filled rack.
    expect(runs.count).toBeLessThan(plan.rows.count * 3 + plan.site.halls.length);
    expect(Math.max(...runs.racks)).toBe(20);
  });

  it('hold every rack of any site once', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => void expectRuns(layout(resolveSite(document, 'all')))),
      { seed, numRuns: 60 },
    );
  });

  it('settle in order, after the last of their racks', () => {
    const runs = rackRuns(plan);
    for (const curve of ['claimed', 'estimate', 'power']) {
      const growth = timeline(plan, curve);
      const { order, days, racksBefore } = settling(runs, growth);
      expect(racksBefore[runs.count]).toBe(plan.racks.count);
      expect(new Set(order).size).toBe(runs.count);
      order.forEach((run, at) => {
        expect(days[at]).toBe(settledDay(runs, run, growth));
        if (at > 0) expect(days[at]).toBeGreaterThanOrEqual(days[at - 1]!);
      });
    }
  });

  it.each(['claimed', 'estimate', 'power'])('of %s are drawn, or their racks, but never both', (curve) =>
    expectDrawnOnce(plan, curve),
  );

  it('of any site are drawn, or their racks, but never both', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const of = layout(resolveSite(document, 'all'));
        for (const { id } of of.site.growth.curves) expectDrawnOnce(of, id);
      }),
      { seed, numRuns: 40 },
    );
  });
});
