import { describe, expect, it } from 'vitest';
import { createExperience, type Experience } from '../../src/state/experience.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { handFrames } from './frames.ts';

const stateOf = (experience: Experience) => experience.store.getState();

describe('the day', () => {
  it('begins on the first day on which all is in service', () => {
    expect(createExperience().live.day).toBeCloseTo(214, 6);
    expect(createExperience({ wish: { config: '100k' } }).live.day).toBeCloseTo(122, 6);
    expect(createExperience({ wish: { curve: 'estimate' } }).live.day).toBeCloseTo(290, 6);
    expect(stateOf(createExperience({ wish: { day: 5 } })).moment.day).toBe(5);
  });

  it('stays within what is known of the site', () => {
    const experience = createExperience();
    const { lastDay } = experience.campus().site;
    experience.seek(-5);
    expect([experience.live.day, stateOf(experience).day]).toEqual([0, 0]);
    experience.seek(1e9);
    expect([experience.live.day, stateOf(experience).day]).toEqual([lastDay, lastDay]);
  });

  it('takes effect at once, for the running and for the read day', () => {
    const experience = createExperience();
    experience.seek(122);
    expect(stateOf(experience)).toMatchObject({ day: 122, moment: { gpus: { inService: 100_000 } } });
  });

  it.each([
    [122, 122],
    ['122', 122],
    ['61.5', 61.5],
    ['2024-09-02', 122],
  ])('is found by %s', (given, day) => {
    const experience = createExperience();
    experience.seekTo(given);
    expect(experience.live.day).toBe(day);
  });

  it.each([-1, 1e9, Number.NaN, '', 'soon', '2024-06-31', '2023-01-01', '-4'])(
    'stays where it was when sent to %s',
    (given) => {
      const experience = createExperience({ wish: { day: 40 } });
      expect(() => experience.seekTo(given)).toThrow(RangeError);
      expect(experience.live.day).toBe(40);
    },
  );
});

describe('play', () => {
  it('starts again from day 0 where the growth is complete', () => {
    const frames = handFrames();
    const experience = createExperience({ frames });
    experience.play();
    expect(experience.live.day).toBe(0);
    expect(stateOf(experience)).toMatchObject({ playing: true, day: 0 });
  });

  it('goes on from where it was paused, and ends with the growth', () => {
    const frames = handFrames();
    const experience = createExperience({ wish: { day: 200 }, frames });
    experience.play();
    frames.step();
    frames.step();
    experience.pause();
    const paused = experience.live.day;
    expect(paused).toBeGreaterThan(200);
    expect(stateOf(experience)).toMatchObject({ playing: false, day: paused });
    frames.step();
    expect(experience.live.day).toBe(paused);
    experience.play();
    while (stateOf(experience).playing && frames.seconds() < 60) frames.step();
    expect(experience.live.day).toBe(experience.campus().timeline.completeDay);
  });

  it('runs through the later years of the yard, and from their end starts again', () => {
    const frames = handFrames();
    const experience = createExperience({ wish: { day: 300 }, frames });
    experience.play();
    while (stateOf(experience).playing && frames.seconds() < 200) frames.step();
    expect(experience.live.day).toBe(experience.campus().site.lastDay);
    experience.play();
    expect(experience.live.day).toBe(0);
  });

  it('is not sent back by a seek past its end, and ends where a seek before it says', () => {
    const frames = handFrames();
    const experience = createExperience({ wish: { day: 0 }, frames });
    experience.play();
    frames.step();
    experience.seek(400);
    frames.step();
    frames.step();
    expect(experience.live.day).toBeGreaterThanOrEqual(400);
    experience.seek(0);
    while (stateOf(experience).playing && frames.seconds() < 60) frames.step();
    expect(experience.live.day).toBe(experience.campus().timeline.completeDay);
  });
});

describe('bounds of the days', () => {
  const the122 = { from: 0, to: 122 };

  it('show the last of them where the growth is complete later, the first where it is complete before', () => {
    expect(createExperience({ wish: the122 }).live.day).toBe(122);
    expect(createExperience({ wish: { from: 300 } }).live.day).toBe(300);
    expect(createExperience({ wish: { from: 61, to: 400 } }).live.day).toBeCloseTo(214, 6);
    expect(createExperience({ wish: { ...the122, day: 40 } }).live.day).toBe(40);
  });

  it('keep every way of moving the day inside', () => {
    const experience = createExperience({ wish: { from: 61, to: 122 } });
    experience.seek(0);
    expect(experience.live.day).toBe(61);
    experience.seek(400);
    expect([experience.live.day, stateOf(experience).moment.date]).toEqual([122, '2024-09-02']);
    experience.setConfig('100k');
    experience.setCurve('estimate');
    expect(experience.live.day).toBe(122);
  });

  it.each([60, '123', '2024-05-03', '2025-01-01'])('do not let a page seek to %s, and say why', (given) => {
    const experience = createExperience({ wish: { from: 61, to: 122, day: 80 } });
    expect(() => experience.seekTo(given)).toThrow(
      `seek: found ${given}, expected a day from 61 to 122, or a date from 2024-07-03 to 2024-09-02.`,
    );
    expect(experience.live.day).toBe(80);
  });

  it('are where play starts again and where it ends', () => {
    const frames = handFrames();
    const experience = createExperience({ wish: { from: 61, to: 150 }, frames });
    experience.play();
    expect(experience.live.day).toBe(61);
    while (stateOf(experience).playing && frames.seconds() < 60) frames.step();
    expect([experience.live.day, stateOf(experience).day]).toEqual([150, 150]);
    const late = createExperience({ wish: { day: 200, to: 300 }, frames });
    late.play();
    while (stateOf(late).playing && frames.seconds() < 200) frames.step();
    expect(late.live.day).toBe(300);
  });

  it('move the day with them, and let go of it again', () => {
    const experience = createExperience();
    experience.setSpan(0, 122);
    expect(experience.live.day).toBe(122);
    experience.setSpan(undefined, undefined);
    expect(experience.live.day).toBeCloseTo(214, 6);
    experience.seek(400);
    experience.setSpan(undefined, 300);
    experience.setSpan(undefined, undefined);
    expect(experience.live.day).toBe(300);
  });

  it('belong to the site', () => {
    const experience = createExperience({ wish: the122 });
    experience.setSite('own', generatedSite(1000));
    expect(stateOf(experience)).toMatchObject({ fromWish: undefined, toWish: undefined });
  });
});
