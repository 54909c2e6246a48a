import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attract,
  dueAt,
  type Exhibit,
  failed,
  handedOver,
  later,
  recovered,
  touched,
} from '../../src/state/exhibit.ts';

const seed = 271126;
const runs = { seed, numRuns: 500 };
const patience = { idle: 60_000, answer: 20_000 };
const begun = attract({ visits: 3, recoveries: 1 }, 0);

/** What may happen to an exhibit, each some milliseconds after the one before. */
const happening = fc.tuple(
  fc.constantFrom('touch', 'wait', 'end', 'fail', 'recover'),
  fc.integer({ min: 0, max: 90_000 }),
);
function run(happenings: readonly [string, number][]): { exhibit: Exhibit; now: number; visits: number } {
  let exhibit = begun;
  let [now, visits] = [0, 0];
  for (const [what, after] of happenings) {
    now += after;
    if (what === 'touch') {
      if (exhibit.state === 'attract') visits++;
      exhibit = touched(exhibit, now);
    } else if (what === 'wait') exhibit = later(exhibit, now, patience);
    else if (what === 'end') exhibit = handedOver(exhibit, now);
    else if (what === 'fail') exhibit = failed(exhibit, now);
    else if (exhibit.state === 'recovering') exhibit = recovered(exhibit, now);
  }
  return { exhibit, now, visits };
}

describe(`an exhibit (seed ${seed})`, () => {
  it('counts a visit for each touch of its attract loop, and for nothing else', () => {
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        const { exhibit, visits } = run(happenings);
        expect(exhibit.visits).toBe(begun.visits + visits);
      }),
      runs,
    );
  });

  it('left alone, asks and is back in its attract loop after the two waits, except in the tour and in a fault', () => {
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        let { exhibit, now } = run(happenings);
        const { state, since } = exhibit;
        const seen: string[] = [state];
        for (let due = dueAt(exhibit, patience); due !== undefined; due = dueAt(exhibit, patience)) {
          now = Math.max(now, due);
          expect(later(exhibit, due - 1, patience)).toBe(exhibit);
          exhibit = later(exhibit, now, patience);
          seen.push(exhibit.state);
        }
        if (state === 'explore') {
          expect(seen).toEqual(['explore', 'asking', 'attract']);
          expect(exhibit.since).toBeGreaterThanOrEqual(since + patience.idle + patience.answer);
        } else if (state === 'asking') expect(seen).toEqual(['asking', 'attract']);
        else expect(seen).toEqual([state]);
      }),
      runs,
    );
  });

  it('gives the whole time for an answer, however late it came to ask', () => {
    const exploring = touched(touched(begun, 0), 0);
    const asking = later(exploring, 1e9, patience);
    expect(asking.state).toBe('asking');
    expect(later(asking, 1e9 + patience.answer - 1, patience).state).toBe('asking');
    expect(touched(asking, 1e9 + 1).state).toBe('explore');
  });

  it('ends the tour by a touch or by its end, and a fault by neither', () => {
    const tour = touched(begun, 5);
    expect(tour.state).toBe('tour');
    expect(touched(tour, 6).state).toBe('explore');
    expect(handedOver(tour, 6).state).toBe('explore');
    const broken = failed(tour, 7);
    expect([touched(broken, 8), handedOver(broken, 8)]).toEqual([broken, broken]);
    expect(recovered(broken, 9)).toEqual({ state: 'attract', since: 9, visits: 4, recoveries: 2 });
  });
});
