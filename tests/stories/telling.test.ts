import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, type Staged } from '../../src/stories/at.ts';
import { createTelling } from '../../src/stories/telling.ts';
import { pathBetween } from '../../src/views/path.ts';
import type { Pose } from '../../src/views/pose.ts';

const SEED = 20_261_128;

/** A story of standing and growing steps, told by hand: `frame` lets some milliseconds pass. */
function told(count: number, begin = 0) {
  const pose = (index: number): Pose => ({ eye: [index * 10, 5, 20], target: [index * 10, 0, 0] });
  const staged: Staged[] = Array.from({ length: count }, (_, index) => ({
    step: { id: `step-${index}`, title: `Step ${index}`, text: 'One sentence.', seconds: 4 },
    days: index % 2 ? [index * 10, index * 10 + 5] : [index * 10, index * 10],
    pose: pose(index),
    way: index === 0 ? undefined : pathBetween(pose(index - 1), pose(index), []),
  }));
  const steps = staged.map(({ step }) => step);
  const shown: { t: number; isNew: boolean }[] = [];
  let due: ((now: number) => void) | undefined;
  let now = 0;
  let isAtOnce = false;
  const telling = createTelling(steps, begin, {
    show(t, time) {
      shown.push({ t, isNew: time === undefined });
      return at(staged, t);
    },
    isAtOnce: () => isAtOnce,
    requestAnimationFrame(callback) {
      due = callback;
      return 1;
    },
    cancelAnimationFrame() {
      due = undefined;
    },
  });
  return {
    telling,
    shown,
    reduce() {
      isAtOnce = true;
    },
    frame(milliseconds: number) {
      now += milliseconds;
      const callback = due;
      due = undefined;
      callback?.(now);
    },
  };
}

const last = (shown: { t: number }[]) => shown.at(-1)!.t;

describe('a story that is told', () => {
  it('runs to the end of the next step and resolves there', async () => {
    const { telling, shown, frame } = told(3);
    expect(shown).toEqual([{ t: 1, isNew: true }]);
    let isThere = false;
    const reached = telling.next().then(() => {
      isThere = true;
    });
    expect(telling.index()).toBe(1);
    expect(shown.at(-1)).toMatchObject({ isNew: true });
    for (let at = 0; at < 39; at++) frame(100);
    await Promise.resolve();
    expect(telling.isMoving()).toBe(true);
    expect(isThere).toBe(false);
    for (let at = 0; at < 3; at++) frame(100);
    await reached;
    expect(telling.isMoving()).toBe(false);
    expect(shown.at(-1)).toEqual({ t: 2, isNew: true });
    const times = shown.map(({ t }) => t);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('lands on the step after it when next is asked for during a move, and has been overtaken', async () => {
    const { telling, shown, frame } = told(5);
    const overtaken = telling.next();
    frame(100);
    frame(100);
    await telling.next();
    await overtaken;
    expect([telling.index(), last(shown), telling.isMoving()]).toEqual([2, 3, false]);
  });

  it('does nothing at its ends, and leaves the move to the last step alone', async () => {
    const { telling, shown, frame } = told(2);
    await telling.previous();
    expect(shown).toHaveLength(1);
    void telling.next();
    frame(100);
    await telling.next();
    expect([telling.index(), telling.isMoving()]).toEqual([1, true]);
    for (let at = 0; at < 60; at++) frame(100);
    await telling.next();
    expect([telling.index(), last(shown)]).toEqual([1, 2]);
  });

  it('never lets one slow frame skip a move', () => {
    const { telling, frame } = told(2);
    void telling.next();
    frame(100);
    frame(60_000);
    expect(telling.isMoving()).toBe(true);
  });

  it('stands at once with reduced motion', async () => {
    const { telling, shown, reduce } = told(4);
    reduce();
    await telling.next();
    await telling.next();
    expect(shown.map(({ t }) => t)).toEqual([1, 2, 3]);
  });

  it(`stands where the presses led, none skipped or doubled, at whatever pace they came (seed ${SEED})`, () => {
    const press = fc.record({
      key: fc.constantFrom('next', 'next', 'next', 'previous', 'goTo'),
      frames: fc.integer({ min: 0, max: 60 }),
      to: fc.nat({ max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(press, { minLength: 1, maxLength: 40 }), (presses) => {
        const { telling, shown, frame } = told(6);
        let expected = 0;
        for (const { key, frames, to } of presses) {
          if (key === 'goTo') void telling.goTo(to);
          else void telling[key as 'next' | 'previous']();
          expected = key === 'goTo' ? to : Math.min(5, Math.max(0, expected + (key === 'next' ? 1 : -1)));
          expect(telling.index()).toBe(expected);
          for (let at = 0; at < frames; at++) frame(100);
        }
        for (let at = 0; at < 60; at++) frame(100);
        expect([telling.index(), last(shown), telling.isMoving()]).toEqual([expected, expected + 1, false]);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
