import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  csvOf,
  MOST_DAYS,
  MOST_HOURS,
  NO_VISITS,
  readVisits,
  USES,
  type VisitCounts,
  withUse,
  withVisit,
} from '../../src/state/visitCounts.ts';

const seed = 271126;
const at = fc
  .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2026, 6) })
  .map((milliseconds) => new Date(milliseconds));
const happening = fc.tuple(fc.constantFrom('visit' as const, ...USES), at);
const counted = (happenings: readonly [(typeof USES)[number] | 'visit', Date][]) =>
  happenings.reduce<VisitCounts>(
    (counts, [what, at]) => (what === 'visit' ? withVisit(counts, at) : withUse(counts, what, at)),
    NO_VISITS,
  );
const sum = (counts: Iterable<number>) => [...counts].reduce((all, each) => all + each, 0);

describe(`counts of visits (seed ${seed})`, () => {
  it('add up, whatever the order, and are the same when they are read again', () => {
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        const counts = counted(happenings);
        const visits = happenings.filter(([what]) => what === 'visit').length;
        expect(sum(Object.values(counts.hours))).toBe(visits);
        const uses = sum(Object.values(counts.days).flatMap((day) => Object.values(day)));
        expect(uses).toBe(happenings.length - visits);
        expect(counted([...happenings].reverse())).toEqual(counts);
        expect(readVisits(JSON.parse(JSON.stringify(counts)))).toEqual(counts);
      }),
      { seed },
    );
  });

  it('keep no more than the latest hours and days, however long it runs', () => {
    const [hours, days] = [{} as Record<string, number>, {} as Record<string, object>];
    for (let hour = 0; hour < MOST_HOURS + 100; hour++)
      hours[new Date(Date.UTC(2026, 0, 1, hour)).toISOString().slice(0, 13)] = 1;
    for (let day = 0; day < MOST_DAYS + 10; day++)
      days[new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)] = { grow: 1 };
    const read = withUse(withVisit(readVisits({ hours, days }), new Date(2030, 0)), 'big', new Date(2030, 0));
    expect([Object.keys(read.hours).length, Object.keys(read.days).length]).toEqual([MOST_HOURS, MOST_DAYS]);
    expect(read.hours['2030-01-01T00']).toBe(1);
    expect(JSON.stringify(read).length).toBeLessThan(200_000);
  });

  it('say nothing of a single visitor: hours hold a number alone, and what was used is known by days', () => {
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        const { hours, days } = counted(happenings);
        for (const [name, count] of Object.entries(hours))
          expect([name, typeof count]).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d$/), 'number']);
        for (const name of Object.keys(days)) expect(name).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { seed },
    );
  });

  it('leave out what is not theirs, and are a table in which nothing is a formula', () => {
    fc.assert(
      fc.property(fc.anything(), fc.dictionary(fc.string(), fc.anything()), (anything, record) => {
        const read = readVisits({ hours: record, days: anything });
        expect(csvOf(read)).toMatch(/^when,what,count\r\n(\d{4}-[\dT:-]+,[a-z]+,\d+\r\n)*$/);
        expect(csvOf(readVisits(anything))).toMatch(/^when,what,count\r\n/);
      }),
      { seed },
    );
    expect(csvOf(counted([['visit', new Date(2026, 10, 27, 14)]]))).toBe(
      'when,what,count\r\n2026-11-27T14:00,visits,1\r\n',
    );
  });
});
