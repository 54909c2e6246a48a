import { describe, expect, it } from 'vitest';
import { figuresOnPage } from '../../src/inventory/figures/figuresOnPage.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import { dayOf } from '../../src/model/days.ts';
import { lengthOf } from '../../src/stories/at.ts';
import { checkStory } from '../../src/stories/checkStory.ts';
import { exhibitShelf } from '../../src/stories/exhibitStories.ts';
import { shippedStories } from '../../src/stories/shipped.ts';
import { makeCampus } from '../../src/timeline/campus.ts';

const document = builtinSites.colossus!;
const CHIPS = ['h100', 'h200', 'b200', 'gb200'];
const configs = document.configurations.map(({ id }) => id);
const stories = await Promise.all(Object.values(shippedStories).map(({ load }) => load()));
const [attract, tour] = [(await exhibitShelf.find('attract'))!, (await exhibitShelf.find('tour'))!];
const all = [...stories, attract, tour];
const steps = all.flatMap((story) => story.steps.map((step) => ({ story, step })));
/** Sentences end with a full stop, and a colon does not begin another. */
const sentences = (text: string) => text.match(/[.!?](?= |$)/g)?.length ?? 0;

/** Ids of the figures of Colossus in a configuration on a date. */
const idsAt = new Map<string, Set<string>>();
function figuresAt(config: string, date: string): Set<string> {
  const key = `${config} ${date}`;
  if (!idsAt.has(key)) {
    const campus = makeCampus({ id: 'colossus', document, config });
    const all = figuresOnPage([{ campus, day: dayOf(document.dayZero, date) }]);
    idsAt.set(key, new Set(all.map(({ id }) => id)));
  }
  return idsAt.get(key)!;
}

describe('the stories that come with the program', () => {
  it('pass the check, under their ids and titles', () => {
    for (const [index, [id, { title }]] of Object.entries(shippedStories).entries()) {
      const story = stories[index]!;
      expect(checkStory(story)).toEqual({ ok: true, story });
      expect(story).toMatchObject({ id, title });
    }
  });

  it('are kept apart from the tour and the attract loop of an exhibit, which pass the check, too', async () => {
    for (const story of [attract, tour]) expect(checkStory(story)).toEqual({ ok: true, story });
    expect(await exhibitShelf.ids()).toEqual(['attract', 'tour', ...Object.keys(shippedStories)]);
    expect(await exhibitShelf.find('toString')).toBeUndefined();
    expect(lengthOf(tour.steps)).toBeLessThanOrEqual(120);
    // Nothing bright stands in one place for longer than that.
    for (const { seconds } of attract.steps) expect(seconds).toBeLessThanOrEqual(30);
  });

  it('say at most two sentences a step, which end', () => {
    for (const { step } of steps) {
      expect(sentences(step.text), step.text).toBeGreaterThanOrEqual(1);
      expect(sentences(step.text), step.text).toBeLessThanOrEqual(2);
      expect(step.text).toMatch(/[.!?]$/);
      expect(step.title.length, step.title).toBeLessThanOrEqual(40);
    }
  });

  it('give every step a picture of its own', () => {
    for (const { id, steps } of all) {
      const pictures = steps.map(({ id, title, text, notes, figure, seconds, ...picture }) =>
        JSON.stringify(picture),
      );
      expect(new Set(pictures).size, id).toBe(steps.length);
    }
  });

  it('name configurations, curves, dates, systems, chips and figures that there are', () => {
    for (const { step } of steps) {
      const { config = document.defaultConfiguration!, date, from, compare = [], figure } = step;
      expect(configs).toContain(config);
      for (const each of [from, date])
        if (each) expect(each >= document.dayZero && each <= document.lastDate!, each).toBe(true);
      for (const id of compare)
        expect(step.view === 'gpu' ? CHIPS : Object.keys(comparedSites)).toContain(id);
      if (figure) expect([...figuresAt(config, date ?? '2024-12-03')], step.id).toContain(figure);
    }
  });

  it('together show every system and statement of the announcement', () => {
    const compared = new Set(steps.flatMap(({ step }) => step.compare ?? []));
    expect([...compared].sort()).toEqual([...CHIPS, ...Object.keys(comparedSites)].sort());
    const figures = steps.map(({ step }) => step.figure);
    expect(figures).toEqual(
      expect.arrayContaining(['memory-gain', 'flop-per-joule-gain', 'homes', 'days-to-1e26']),
    );
    expect(new Set(steps.map(({ step }) => step.config ?? document.defaultConfiguration))).toEqual(
      new Set(configs),
    );
  });
});
