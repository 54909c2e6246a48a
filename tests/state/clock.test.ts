import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClockHost, createClock, GROWTH_SECONDS } from '../../src/state/clock.ts';
import { createExperience, type Experience } from '../../src/state/experience.ts';
import { handFrames } from './frames.ts';

const seed = 61122;

/** A clock over ten days at one day a second, and what it showed. */
function clockOver(part: Partial<ClockHost> = {}) {
  const frames = handFrames();
  const shown: number[] = [];
  let day = 0;
  let finished = 0;
  const clock = createClock(
    {
      isSuspended: () => false,
      day: () => day,
      rate: () => 1,
      end: () => 10,
      stops: () => undefined,
      show(next) {
        day = next;
        shown.push(next);
      },
      finished: () => finished++,
      ...part,
    },
    frames,
  );
  return { clock, frames, shown, day: () => day, finished: () => finished };
}

describe('the clock', () => {
  it('runs the days at their rate, never back, and stops at the end', () => {
    const { clock, frames, shown, finished } = clockOver();
    clock.start();
    while (frames.waiting() > 0 && frames.seconds() < 60) frames.step();
    expect(frames.seconds()).toBeCloseTo(10, 1);
    expect(shown.at(-1)).toBe(10);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(finished()).toBe(1);
  });

  it('runs as far at 10 frames a second as at 144', () => {
    const ends = [10, 60, 144].map((rate) => {
      const { clock, frames, day } = clockOver();
      clock.start();
      frames.step(0);
      for (let frame = 0; frame < rate * 4; frame++) frames.step(1 / rate);
      return day();
    });
    for (const end of ends) expect(end).toBeCloseTo(4, 6);
  });

  it('asks for no frame before it starts, after it stops, and twice for none', () => {
    const { clock, frames } = clockOver();
    expect(frames.waiting()).toBe(0);
    clock.start();
    clock.start();
    expect(frames.waiting()).toBe(1);
    frames.step();
    expect(frames.waiting()).toBe(1);
    clock.stop();
    expect(frames.waiting()).toBe(0);
  });

  it('does not jump over a stall', () => {
    const { clock, frames, day } = clockOver();
    clock.start();
    frames.step();
    frames.step(5);
    expect(day()).toBeLessThanOrEqual(0.25);
  });

  it('stands still while it is suspended, and goes on from there', () => {
    let suspended = false;
    const { clock, frames, day } = clockOver({ isSuspended: () => suspended });
    clock.start();
    for (let frame = 0; frame < 60; frame++) frames.step();
    const before = day();
    suspended = true;
    for (let frame = 0; frame < 600; frame++) frames.step();
    expect(day()).toBe(before);
    suspended = false;
    frames.step();
    expect(day() - before).toBeCloseTo(1 / 60, 6);
  });

  it('with stops, shows those and nothing between, a while each', () => {
    const { clock, frames, shown } = clockOver({ stops: () => [0, 2, 5, 9, 12] });
    clock.start();
    while (frames.waiting() > 0 && frames.seconds() < 60) frames.step();
    expect(shown).toEqual([2, 5, 9, 10]);
    expect(frames.seconds()).toBeGreaterThan(3);
  });
});

describe('full growth', () => {
  it.each(['100k', '200k'])(`of %s takes ${GROWTH_SECONDS} seconds at normal speed`, (config) => {
    const frames = handFrames();
    const experience = createExperience({ wish: { config, day: 0 }, frames });
    experience.play();
    while (experience.store.getState().playing && frames.seconds() < 60) frames.step();
    expect(GROWTH_SECONDS).toBe(25);
    expect(frames.seconds()).toBeGreaterThan(GROWTH_SECONDS - 0.1);
    expect(frames.seconds()).toBeLessThan(GROWTH_SECONDS + 0.1);
    const { day, moment } = experience.store.getState();
    const { timeline, layout } = experience.campus();
    expect(experience.live.day).toBe(timeline.completeDay);
    expect(day).toBe(timeline.completeDay);
    expect(moment.gpus.inService).toBe(layout.totals.gpus);
    expect(frames.waiting()).toBe(0);
  });

  it.each([
    ['the 122 days', { from: 0, to: 122 }],
    ['a fortnight', { from: 100, to: 114 }],
    ['what is left of the growth', { from: 100 }],
    ['what comes after the growth', { from: 300 }],
  ])(`takes ${GROWTH_SECONDS} seconds for %s as for the whole`, (_name, wish) => {
    const frames = handFrames();
    const experience = createExperience({ wish: { ...wish, day: wish.from }, frames });
    experience.play();
    while (experience.store.getState().playing && frames.seconds() < 60) frames.step();
    expect(frames.seconds()).toBeCloseTo(GROWTH_SECONDS, 0);
  });

  it(`leads to the same by playing to a day as by jumping to it, whatever the pace of frames [seed ${seed}]`, () => {
    const frameSeconds = fc.array(fc.double({ min: 0.001, max: 0.6, noNaN: true }), {
      minLength: 1,
      maxLength: 60,
    });
    const shown = ({ store, live, campus }: Experience) => ({
      live: live.day,
      day: store.getState().day,
      moment: store.getState().moment,
      whole: campus().timeline.at(live.day),
    });
    fc.assert(
      fc.property(frameSeconds, fc.constantFrom('claimed', 'estimate', 'power'), (seconds, curve) => {
        const frames = handFrames();
        const played = createExperience({ wish: { day: 0, curve }, frames });
        played.play();
        for (const step of seconds) frames.step(step);
        played.pause();
        const jumped = createExperience({ wish: { day: 700, curve }, frames: handFrames() });
        jumped.seek(played.live.day);
        expect(shown(played)).toEqual(shown(jumped));
        expect(shown(played).moment).toEqual(shown(played).whole);
      }),
      { seed, numRuns: 40 },
    );
  });

  it('takes half of that at twice the speed', () => {
    const frames = handFrames();
    const experience = createExperience({ wish: { day: 0 }, frames });
    experience.set({ speed: 2 });
    experience.play();
    while (experience.store.getState().playing && frames.seconds() < 60) frames.step();
    expect(frames.seconds()).toBeCloseTo(GROWTH_SECONDS / 2, 0);
  });

  it('with reduced motion, shows the milestones and the last day and nothing between', () => {
    const frames = handFrames();
    const experience = createExperience({ wish: { day: 0 }, systemMotion: 'reduce', frames });
    const { site, timeline } = experience.campus();
    const days = new Set<number>();
    experience.live.listen(() => days.add(experience.live.day));
    experience.play();
    while (experience.store.getState().playing && frames.seconds() < 120) frames.step();
    const milestones = site.milestones.map(({ day }) => day);
    expect([...days].filter((day) => day > 0)).toEqual([
      ...new Set([
        ...milestones.filter((day) => day > 0 && day < timeline.completeDay),
        timeline.completeDay,
      ]),
    ]);
    expect(days.size).toBeGreaterThan(5);
  });

  it('stands still while any one reason to holds', () => {
    const frames = handFrames();
    const experience = createExperience({ wish: { day: 0 }, frames });
    experience.play();
    for (let frame = 0; frame < 30; frame++) frames.step();
    const { day } = experience.live;
    expect(day).toBeGreaterThan(0);
    experience.suspend('hidden', true);
    experience.suspend('out of view', true);
    experience.suspend('hidden', false);
    for (let frame = 0; frame < 30; frame++) frames.step();
    expect(experience.live.day).toBe(day);
    expect(experience.store.getState().playing).toBe(true);
    experience.suspend('out of view', false);
    frames.step();
    expect(experience.live.day).toBeGreaterThan(day);
  });
});
