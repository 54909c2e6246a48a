import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASK_MS,
  BLOCKED_MS,
  broken,
  dueAt,
  type Fault,
  HEALTHY_MS,
  healthy,
  later,
  mended,
  type Recovery,
  RESTORE_MS,
  REST_MS,
  unmended,
} from '../../src/state/recovery.ts';

const seed = 271126;
const runs = { seed, numRuns: 500 };
const FAULTS: Fault[] = ['context', 'stall', 'script', 'memory'];

/** What may happen on the ladder, each some milliseconds after the one before. */
const happening = fc.tuple(
  fc.constantFrom(...FAULTS, 'mended', 'unmended', 'wait'),
  fc.integer({ min: 0, max: 200_000 }),
);
function run(happenings: readonly [string, number][], start = healthy(0, 0)) {
  let recovery: Recovery = start;
  let now = 0;
  const seen = [{ recovery, now }];
  for (const [what, after] of happenings) {
    now += after;
    recovery = later(recovery, now);
    if (what === 'mended') recovery = mended(recovery, now);
    else if (what === 'unmended') recovery = unmended(recovery, now);
    else if (what !== 'wait') recovery = broken(recovery, what as Fault, now);
    seen.push({ recovery, now });
  }
  return seen;
}
/** The rungs that an exhibit climbs if every new renderer fails, and every page after it. */
function climbed(fault: Fault, count: number): [rung: string, at: number][] {
  let now = 0;
  let recovery = broken(healthy(0, now), fault, now);
  const rungs: [string, number][] = [[recovery.rung, now]];
  while (rungs.length < count) {
    if (recovery.rung === 'rebuild') recovery = unmended(recovery, now);
    else if (recovery.rung === 'reload') {
      // The clock of a page begins with it; here it goes on.
      const next = healthy(recovery.reloads, now);
      recovery = fault === 'context' ? unmended(next, now) : broken(next, fault, now);
    } else {
      now = dueAt(recovery)!;
      recovery = later(recovery, now);
    }
    rungs.push([recovery.rung, now]);
  }
  return rungs;
}

describe(`the ladder of recovery (seed ${seed})`, () => {
  it('gives the browser 3 s, then makes a renderer, rests, loads the page anew, and asks', () => {
    const rested = RESTORE_MS + REST_MS;
    expect(climbed('context', 8)).toEqual([
      ['restore', 0],
      ['rebuild', RESTORE_MS],
      ['rest', RESTORE_MS],
      ['rebuild', rested],
      ['reload', rested],
      ['ask', rested],
      ['reload', rested + ASK_MS],
      ['ask', rested + ASK_MS],
    ]);
  });

  it.each(FAULTS.slice(1))('loads the page anew after “%s”, next time after a rest, then asks', (fault) => {
    expect(climbed(fault, 6)).toEqual([
      ['reload', 0],
      ['rest', 0],
      ['reload', REST_MS],
      ['ask', REST_MS],
      ['reload', REST_MS + ASK_MS],
      ['ask', REST_MS + ASK_MS],
    ]);
  });

  it('asks for no context in the two minutes after a second loss, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        let lostAt: number | undefined;
        let restingSince: number | undefined;
        for (const [at, { recovery, now }] of run(happenings).entries()) {
          const before = happenings[at - 1]?.[0];
          if (recovery.rung === 'rest') restingSince ??= now;
          else {
            // A rest ends by itself, or because the browser has given the context back.
            if (restingSince !== undefined && before !== 'mended')
              expect(now - restingSince).toBeGreaterThan(BLOCKED_MS);
            restingSince = undefined;
          }
          if (before === 'context' && recovery.rung === 'restore' && lostAt !== undefined)
            expect(now - lostAt).toBeGreaterThan(BLOCKED_MS);
          if (before === 'context') lostAt = recovery.lostAt;
        }
      }),
      runs,
    );
  });

  it('never ends on a rung: time alone leads on, until the page is replaced or has a picture', () => {
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        let { recovery, now } = run(happenings).at(-1)!;
        for (let step = 0; recovery.rung !== 'none' && recovery.rung !== 'reload'; step++) {
          expect(step).toBeLessThan(6);
          now = dueAt(recovery)!;
          expect(later(recovery, now - 1)).toBe(recovery);
          recovery = later(recovery, now);
        }
      }),
      runs,
    );
  });

  it('forgets after ten minutes of health, not before', () => {
    fc.assert(
      fc.property(fc.array(happening), fc.integer({ min: 0, max: 3 }), (happenings, reloads) => {
        const { recovery, now } = run(happenings, healthy(reloads, 0)).at(-1)!;
        if (recovery.rung !== 'none') return;
        expect(later(recovery, now + HEALTHY_MS)).toMatchObject({ rung: 'none', reloads: 0 });
        expect(later(recovery, recovery.since + HEALTHY_MS - 1)).toBe(recovery);
      }),
      runs,
    );
  });

  it('keeps a page that is to be replaced from being taken for mended', () => {
    const replaced = broken(healthy(0, 0), 'script', 0);
    expect(mended(replaced, 1)).toBe(replaced);
    expect(broken(replaced, 'context', 1)).toBe(replaced);
    const resting = broken(broken(healthy(1, 0), 'stall', 0), 'context', 1);
    expect(mended(resting, 2)).toBe(resting);
  });
});
