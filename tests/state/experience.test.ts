import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { createExperience, type Experience } from '../../src/state/experience.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { handFrames } from './frames.ts';

const stateOf = (experience: Experience) => experience.store.getState();

describe('two experiences', () => {
  it('share nothing that one can change', () => {
    const frames = [handFrames(), handFrames()] as const;
    const first = createExperience({ frames: frames[0] });
    const second = createExperience({ frames: frames[1] });
    const before = { ...stateOf(second) };
    const { day } = second.live;
    let told = 0;
    second.live.listen(() => told++);
    second.store.subscribe(() => told++);
    first.seek(3);
    first.setConfig('100k');
    first.setCurve('power');
    first.goTo('rack', 7);
    first.point({ campusIndex: 0, rackIndex: 70, gpu: 1 });
    first.set({ speed: 4 });
    first.set({ roof: true, quality: 'low' });
    first.set({ systemMotion: 'reduce' });
    first.notify({ key: 'notice.linkCopied', values: {} });
    first.suspend('hidden', true);
    first.play();
    frames[0].step();
    first.setSite('own', generatedSite(1000));
    first.dispose();
    expect(stateOf(second)).toEqual(before);
    expect(second.live.day).toBe(day);
    expect(second.isSuspended()).toBe(false);
    expect(frames[1].waiting()).toBe(0);
    expect(told).toBe(0);
  });
});

describe('the figure whose card is open', () => {
  it('is the wished one, stays while the viewer moves about, and goes with its site', () => {
    const experience = createExperience({ wish: { figure: 'h200.memory' } });
    experience.goTo('rack', 7);
    experience.seek(5);
    expect(stateOf(experience).figure).toBe('h200.memory');
    experience.setSite('own', generatedSite(1000));
    expect(stateOf(experience).figure).toBeUndefined();
    experience.set({ figure: 'energy-year' });
    expect(stateOf(experience).figure).toBe('energy-year');
  });
});

describe('another configuration or curve', () => {
  it('keeps a day that the viewer chose', () => {
    const experience = createExperience({ wish: { day: 100 } });
    experience.setConfig('100k');
    experience.setCurve('estimate');
    expect(experience.campus()).toMatchObject({ config: '100k', curve: 'estimate' });
    expect(stateOf(experience).day).toBe(100);
    expect(stateOf(experience).moment).toEqual(experience.campus().timeline.at(100));
  });

  it('keeps the day on which the growth is complete, too', () => {
    const experience = createExperience();
    const { day } = experience.live;
    expect(day).toBeCloseTo(214, 6);
    for (const curve of ['estimate', 'power', 'claimed']) {
      experience.setCurve(curve);
      expect([experience.live.day, stateOf(experience).day]).toEqual([day, day]);
    }
    experience.setConfig('100k');
    expect(experience.live.day).toBe(day);
  });

  it('is another campus; under another curve, all that stands stays the same object', () => {
    const experience = createExperience();
    const before = experience.campus();
    experience.setCurve('estimate');
    const after = experience.campus();
    expect(after).not.toBe(before);
    expect(after.layout).toBe(before.layout);
    expect(before.timeline.curve).toBe('claimed');
    experience.setConfig('100k');
    const { config, curve, layout, site, timeline } = experience.campus();
    expect([config, site.config, curve, timeline.curve]).toEqual(['100k', '100k', 'estimate', 'estimate']);
    expect([layout.site, timeline.installedDay.length]).toEqual([site, layout.racks.count]);
  });

  it('lets go of a GPU that it does not have', () => {
    const experience = createExperience({ wish: { gpu: 150_000 } });
    expect(stateOf(experience).view).toBe('rack');
    experience.setConfig('100k');
    expect(stateOf(experience).gpu).toBe(0);
    experience.select(99_999);
    experience.setConfig('200k');
    expect(stateOf(experience).gpu).toBe(99_999);
  });

  it('never sends a run back in time', () => {
    const frames = handFrames();
    const experience = createExperience({ wish: { day: 180 }, frames });
    experience.play();
    frames.step();
    experience.setConfig('100k');
    frames.step();
    frames.step();
    expect(experience.live.day).toBeGreaterThanOrEqual(180);
    expect(stateOf(experience).playing).toBe(true);
  });
});

describe('several campuses', () => {
  const { campuses } = stateOf(createExperience({ wish: { day: 700 } }));
  const first = campuses[0]!;
  const small = makeCampus({ id: 'small', document: generatedSite(1000), at: [2000, 0] });
  const { document } = first;
  const other = makeCampus({ id: 'other', document, config: '100k', at: [0, 2000] });

  it('leave the viewer with the campus that is there still, or else with the site, and keep the day', () => {
    const experience = createExperience({ wish: { day: 150, gpu: 9 } });
    experience.setCampuses([first, small]);
    expect(stateOf(experience)).toMatchObject({ campuses: [first, small], campusIndex: 0, day: 150, gpu: 9 });
    experience.goTo('rack', 700, 1);
    experience.setCampuses([first, other, small]);
    expect(experience.campus()).toBe(small);
    expect(stateOf(experience)).toMatchObject({ campusIndex: 2, day: 150, gpu: 700, view: 'rack' });
    experience.setCampuses([first, other]);
    expect(stateOf(experience)).toMatchObject({ campusIndex: 0, day: 150, gpu: 0 });
  });

  it('can be gone to at once as they come', () => {
    const experience = createExperience({ wish: { campus: 'small', view: 'rack', gpu: 7, day: 150 } });
    expect(stateOf(experience)).toMatchObject({ view: 'site', gpu: 0, isJoining: true });
    experience.setCampuses([first, small], { view: 'rack', gpu: 7, campusIndex: 1 });
    expect(stateOf(experience)).toMatchObject({
      view: 'rack',
      gpu: 7,
      campusIndex: 1,
      isJoining: false,
      day: 150,
    });
    expect(stateOf(experience).flight).toBe(1);
  });

  it('are gone to by going to a station or a GPU of theirs; the day stays that of the site', () => {
    const experience = createExperience({ wish: { day: 700, gpu: 5 } });
    experience.setCampuses([first, small]);
    experience.goTo('hall', undefined, 1);
    expect(experience.campus()).toBe(small);
    expect(stateOf(experience)).toMatchObject({ campusIndex: 1, gpu: 0, view: 'hall', pointed: null });
    expect(experience.live.day).toBe(700);
    expect(stateOf(experience).moment).toEqual(small.timeline.at(700));
    experience.select(200_000, 0);
    expect(stateOf(experience)).toMatchObject({ campusIndex: 0, gpu: 200_000 });
    expect(() => experience.goTo('hall', undefined, 2)).toThrow(RangeError);
    expect(experience.campus()).toBe(first);
  });

  it('are told apart by what is pointed at', () => {
    const experience = createExperience();
    experience.setCampuses([first, small]);
    experience.point({ campusIndex: 0, rackIndex: 3, gpu: 1 });
    experience.point({ campusIndex: 1, rackIndex: 3, gpu: 1 });
    expect(stateOf(experience).pointed).toEqual({ campusIndex: 1, rackIndex: 3, gpu: 1 });
  });

  it('keep their own configuration and account of growth, unless they have the site’s document', () => {
    const experience = createExperience();
    experience.setCampuses([first, small, other]);
    experience.goTo('site', undefined, 1);
    experience.setConfig('100k');
    experience.setCurve('estimate');
    const [site, second, third] = stateOf(experience).campuses;
    expect(second).toBe(small);
    expect(site).toMatchObject({ config: '100k', curve: 'estimate', at: [0, 0] });
    expect(third).toMatchObject({ id: 'other', config: '100k', curve: 'estimate' });
    expect(third!.layout).toBe(other.layout);
    experience.goTo('site', undefined, 0);
    expect(experience.campus()).toMatchObject({ config: '100k', at: [0, 0] });
    experience.goTo('site', undefined, 1);
    expect(experience.campus()).toMatchObject({ id: 'small', at: [2000, 0] });
  });
});

describe('a site that is handed over', () => {
  it('replaces everything that depends on it, and ends the play', () => {
    const frames = handFrames();
    const experience = createExperience({ wish: { gpu: 9, day: 3, config: '100k' }, frames });
    experience.play();
    const { flight } = stateOf(experience);
    experience.setSite('own', generatedSite(1000));
    const state = stateOf(experience);
    expect(state).toMatchObject({ gpu: 0, playing: false, view: 'site' });
    expect(state.campuses).toMatchObject([{ id: 'own', config: 'all', at: [0, 0] }]);
    expect(experience.campus().layout.totals.gpus).toBe(1000);
    expect(state.moment.gpus.inService).toBe(1000);
    expect(state.flight).toBeGreaterThan(flight);
    expect(frames.waiting()).toBe(0);
    experience.setSite('colossus', builtinSites.colossus!, { config: '100k' });
    expect(experience.campus().layout.totals.gpus).toBe(100_000);
  });
});

describe('notices', () => {
  it('stay until each is dismissed', () => {
    const experience = createExperience();
    experience.notify({ key: 'one', values: {} }, { key: 'two', values: {} });
    experience.notify({ key: 'one', values: {} });
    const [first, second, third] = stateOf(experience).notices;
    expect(new Set([first?.id, second?.id, third?.id]).size).toBe(3);
    experience.dismiss(second!.id);
    expect(stateOf(experience).notices.map(({ id }) => id)).toEqual([first?.id, third?.id]);
    experience.dismiss(first!.id);
    experience.dismiss(third!.id);
    expect(stateOf(experience).notices).toEqual([]);
  });

  it('of success replace one another, and leave problems alone', () => {
    const experience = createExperience();
    const success = { key: 'copied', values: {}, kind: 'success' } as const;
    experience.notify({ key: 'one', values: {} }, success);
    experience.notify(success);
    experience.notify({ key: 'two', values: {} });
    const { notices } = stateOf(experience);
    expect(notices.map(({ key, kind }) => [key, kind])).toEqual([
      ['one', 'problem'],
      ['copied', 'success'],
      ['two', 'problem'],
    ]);
  });

  it('all fit, one for every key of an address, and never grow without end', () => {
    const experience = createExperience();
    const keys = Array.from({ length: 16 }, (_, index) => ({ key: `notice.${index}`, values: {} }));
    experience.notify(...keys);
    expect(stateOf(experience).notices).toHaveLength(16);
    for (let more = 0; more < 100; more++) experience.notify({ key: 'more', values: {} });
    expect(stateOf(experience).notices.length).toBeLessThan(40);
  });
});

describe('motion', () => {
  it('is what the viewer says, else what the system says', () => {
    const experience = createExperience({ systemMotion: 'reduce' });
    expect(experience.motion()).toBe('reduce');
    experience.set({ motionWish: 'full' });
    expect(experience.motion()).toBe('full');
    experience.set({ motionWish: undefined });
    experience.set({ systemMotion: 'full' });
    expect(experience.motion()).toBe('full');
  });
});
