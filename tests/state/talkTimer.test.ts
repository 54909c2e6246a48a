import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  behind,
  elapsed,
  paused,
  readTimer,
  reset,
  started,
  type TalkTimer,
} from '../../src/state/talkTimer.ts';
import { lengthOf } from '../../src/stories/at.ts';

const SEED = 24;
const steps = (seconds: readonly number[]) =>
  seconds.map((each, at) => ({ id: `s${at}`, title: 'A', text: 'B', seconds: each }));

describe('the timer of a talk', () => {
  it(`counts the time between start and pause, and none else (seed ${SEED})`, () => {
    const parts = fc.array(fc.tuple(fc.nat(100_000), fc.nat(100_000)), { maxLength: 20 });
    fc.assert(
      fc.property(parts, (all) => {
        let now = 1_000;
        let timer: TalkTimer = { spent: 0 };
        for (const [run, rest] of all) {
          timer = started(timer, now);
          now += run;
          timer = paused(readTimer(JSON.stringify(timer)), now);
          now += rest;
        }
        expect(elapsed(timer, now)).toBe(all.reduce((sum, [run]) => sum + run, 0));
      }),
      { seed: SEED },
    );
  });

  it('begins at zero again, running if it ran, and keeps the plan', () => {
    expect(reset({ spent: 9, since: 5, planned: 60 }, 20)).toEqual({ spent: 0, since: 20, planned: 60 });
    expect(reset({ spent: 9 }, 20).since).toBeUndefined();
  });

  it('counts nothing by a clock that is set back, and reads no other values', () => {
    expect(elapsed({ spent: 5, since: 100 }, 50)).toBe(5);
    for (const text of [undefined, '', '[]', 'null', '{"spent":-1}', '{"spent":"9"}'])
      expect(readTimer(text)).toEqual({ spent: 0 });
    expect(readTimer('{"spent":4,"since":"x","planned":1e9}')).toEqual({ spent: 4 });
  });

  it(`is on time within the share of the present step, whatever is planned (seed ${SEED})`, () => {
    const talk = fc.record({
      seconds: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 30 }),
      planned: fc.option(fc.integer({ min: 60, max: 36_000 }), { nil: undefined }),
      at: fc.nat(29),
      away: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(talk, ({ seconds, planned, at, away }) => {
        const story = steps(seconds);
        const index = at % story.length;
        const scale = (planned ?? lengthOf(story)) / lengthOf(story);
        const from = lengthOf(story.slice(0, index)) * scale;
        const to = from + seconds[index]! * scale;
        expect(behind(story, index, (from + to) / 2, planned)).toBe(0);
        expect(behind(story, index, to + away, planned)).toBeCloseTo(away, 6);
        expect(behind(story, index, from - away, planned)).toBeCloseTo(-away, 6);
      }),
      { seed: SEED },
    );
  });
});
