import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace, type TimeSource } from '../../src/scene/frame/pace.ts';

const seed = 20260806;

/** A window's time, run by hand. Callbacks run in the order in which they are due. */
function handTime() {
  let now = 1000;
  let handles = 0;
  const frames = new Map<number, () => void>();
  const timers = new Map<number, { at: number; callback: () => void }>();
  const source: TimeSource = {
    performance: { now: () => now },
    setTimeout(callback, milliseconds) {
      timers.set(++handles, { at: now + milliseconds, callback });
      return handles;
    },
    clearTimeout: (handle) => void timers.delete(handle),
    requestAnimationFrame(callback) {
      frames.set(++handles, callback);
      return handles;
    },
    cancelAnimationFrame: (handle) => void frames.delete(handle),
  };
  return {
    source,
    waiting: () => frames.size + timers.size,
    /** Lets time pass; timers that come due in it run. */
    pass(milliseconds: number) {
      now += milliseconds;
      for (const [handle, { at, callback }] of timers)
        if (at <= now) {
          timers.delete(handle);
          callback();
        }
    },
    /** The browser has done with a frame. */
    frameDone() {
      const due = [...frames.values()];
      frames.clear();
      for (const callback of due) callback();
    },
  };
}

/** A picture on a machine whose frames cost this much at full resolution, and the part of it that does not depend on pixels. */
function machine(fullCost: number, fixedCost = 0) {
  const time = handTime();
  let rests = 0;
  const pace = createPace(time.source, () => rests++);
  let share = 1;
  /** One frame; the next is asked for before the browser has done with it, as in a motion. */
  const draw = () => {
    share = pace.next();
    time.pass(fixedCost + (fullCost - fixedCost) * share * share);
    return share;
  };
  return {
    pace,
    time,
    draw,
    /** Nothing moves for a while; a frame that is asked for is drawn. */
    rest() {
      const before = rests;
      time.frameDone();
      time.pass(10_000);
      if (rests > before) draw();
      time.frameDone();
    },
    move: (frames: number) => Array.from({ length: frames }, draw).at(-1)!,
    rests: () => rests,
  };
}

describe('the pace of a machine', () => {
  it('is fine from the first frame on where frames are quick, however long the page took to load', () => {
    for (const loaded of [0, 5000]) {
      const { time, draw } = machine(16);
      time.pass(loaded);
      for (let frame = 0; frame < 60; frame++) expect(draw()).toBe(1);
    }
  });

  it(`gets coarse in motion and fine at rest whatever a slow frame costs [seed ${seed}]`, () => {
    fc.assert(
      fc.property(fc.double({ min: 70, max: 3000, noNaN: true }), (cost) => {
        const { time, draw, move, rests } = machine(cost, cost * 0.9);
        expect(move(60)).toBeLessThan(1);
        expect(rests()).toBe(0);
        time.frameDone();
        time.pass(10_000);
        expect(rests()).toBe(1);
        expect(draw()).toBe(1);
        // And asks for nothing more.
        time.frameDone();
        time.pass(10_000);
        expect(rests()).toBe(1);
        expect(time.waiting()).toBe(0);
      }),
      { seed },
    );
  });

  it('waits for a rest from the end of the last frame on, not from its beginning', () => {
    const { time, move, rests } = machine(1000, 1000);
    move(20);
    expect(rests()).toBe(0);
    time.frameDone();
    time.pass(100);
    expect(rests()).toBe(0);
    time.pass(200);
    expect(rests()).toBe(1);
  });

  it('asks for nothing once it has stopped', () => {
    const { pace, time, move, rests } = machine(1000, 900);
    move(20);
    time.frameDone();
    pace.stop();
    time.pass(10_000);
    expect(rests()).toBe(0);
    expect(time.waiting()).toBe(0);
  });

  it('has time for more only after frames that were quick', () => {
    const quick = machine(12);
    quick.move(60);
    quick.rest();
    expect(quick.pace.isQuick()).toBe(true);
    const slow = machine(40);
    slow.move(60);
    slow.rest();
    expect(slow.pace.isQuick()).toBe(false);
  });

  it('changes what the picture has at rest only, with one more frame, and never while something moves', () => {
    const { pace, time, draw, rest, rests } = machine(12);
    for (let frame = 0; frame < 60; frame++) {
      draw();
      expect(pace.isQuick()).toBe(false);
    }
    rest();
    expect(rests()).toBe(1);
    expect(pace.isQuick()).toBe(true);
    for (let frame = 0; frame < 60; frame++) {
      draw();
      time.pass(50);
      expect(pace.isQuick()).toBe(true);
    }
    rest();
    expect(rests()).toBe(2);
    expect(pace.isQuick()).toBe(false);
  });
});
