import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventory } from '../../../src/inventory/inventory.ts';
import { classesOn, shownPeriods } from '../../../src/inventory/overlay/painting.ts';
import { firstDay, MOST_PERIODS, periodAt, periodsOf } from '../../../src/inventory/overlay/periods.ts';
import { builtinSites } from '../../../src/model/builtin.ts';
import { dateOf } from '../../../src/model/days.ts';
import { makeCampus } from '../../../src/timeline/campus.ts';
import { generatedSite } from '../../fixtures/generatedSites.ts';

const SEED = 20240904;
const colossus = makeCampus({ id: 'colossus', document: builtinSites.colossus! });

describe('the periods in which things came', () => {
  it(`are few, in order, and hold every dated thing and rack (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), (eights) => {
        const campus = makeCampus({ id: 'own', document: generatedSite(eights * 8) });
        const things = inventory(campus.layout, campus.timeline);
        const periods = periodsOf([{ campus, things }]);
        expect(periods.length).toBeGreaterThan(0);
        expect(periods.length).toBeLessThanOrEqual(MOST_PERIODS);
        for (const [at, { from, to }] of periods.entries()) {
          expect(from <= to).toBe(true);
          if (at > 0) expect(from > periods[at - 1]!.to).toBe(true);
        }
        const { dayZero, lastDay } = campus.site;
        const of = periodAt(periods, dayZero);
        const days = [...things.boxes.map(firstDay), ...[...campus.timeline.installedDay].map(Math.floor)];
        for (const day of days) {
          if (day === undefined || !(day <= lastDay)) continue;
          const { from, to } = periods[of(day)]!;
          const date = dateOf(dayZero, day);
          expect(from <= date && date <= to, `${date} in ${from} to ${to}`).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 12 },
    );
  });

  it('tell the first 100,000 GPUs of Colossus from the second', () => {
    const classOf = classesOn('phase', [colossus], 0, 0);
    const { racks } = colossus.layout;
    const of = (rackIndex: number) => classOf({ subject: { kind: 'rack' }, rackIndex });
    const inHalls = (first: number, last: number) =>
      new Set(
        [...racks.hall.keys()].filter((at) => racks.hall[at]! >= first && racks.hall[at]! <= last).map(of),
      );
    const first = inHalls(1, 4);
    // The first racks of hall 5 went in on the same day as the last ones of hall 4.
    const second = inHalls(6, 8);
    expect([...first].filter((each) => second.has(each))).toEqual([]);
    const periods = shownPeriods([colossus]);
    expect(periods.map(({ to }) => to)).toContain('2024-09-02');
    expect(periods.length).toBe(MOST_PERIODS);
  });

  it('leave out what always stood', () => {
    const classOf = classesOn('phase', [colossus], 0, 0);
    expect(classOf({ subject: { kind: 'land' } })).toBe(shownPeriods([colossus]).length);
    expect(firstDay({ from: [1, 2, 3], days: [40.5, 90] })).toBe(40);
    expect(firstDay({ days: [-1e4, 1e6] })).toBeUndefined();
  });
});
