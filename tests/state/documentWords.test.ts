import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import german from '../../assets/languages/de.documents.json';
import { builtinSites } from '../../src/model/builtin.ts';
import { withEvidence } from '../../src/model/evidence.ts';
import { createExperience } from '../../src/state/experience.ts';
import { campusIn, DOCUMENTS, loadWords } from '../../src/state/words.ts';
import { makeCampus, withCurve } from '../../src/timeline/campus.ts';

const document = builtinSites.colossus!;
const titleOf = (milestones: readonly { id: string; title: string }[]) =>
  milestones.find(({ id }) => id === 't-train')!.title;

describe('a campus in another language', () => {
  beforeAll(() => loadWords('de', DOCUMENTS));

  it('has the texts of its document, of what it shows as evidence, and of the catalogue', () => {
    const campus = campusIn(makeCampus({ id: 'colossus', document }), 'de-CH');
    expect(titleOf(campus.site.milestones)).toBe(german['colossus.milestones.t-train.title']);
    expect(campus.layout.site).toBe(campus.site);
    expect(campus.document).toBe(document);
    const { catalogue, milestones } = withEvidence(campus.site);
    expect(titleOf(milestones)).toBe(german['colossus.milestones.t-train.title']);
    expect(catalogue.get('compute')!.name).toBe(german['catalogue.compute.name']);
    expect(catalogue.get('household')!.name).toBe(german['catalogue.household.name']);
  });

  it('is the same one each time, stands where it stood, and goes back to what it was', () => {
    const english = makeCampus({ id: 'colossus:100k', document, config: '100k', at: [40, 2] });
    const told = campusIn(english, 'de');
    expect(campusIn(english, 'de')).toBe(told);
    expect(campusIn(told, 'de')).toBe(told);
    expect(told.at).toEqual([40, 2]);
    expect(told.layout.racks).toBe(english.layout.racks);
    expect(campusIn(told, 'en')).toBe(english);
    // Under another curve it is another campus, which goes back as well.
    const [curve] = english.site.curves.map(({ id }) => id).filter((id) => id !== english.curve);
    const other = campusIn(withCurve(told, curve!), 'en');
    expect(other.curve).toBe(curve);
    expect(titleOf(other.site.milestones)).toBe(titleOf(english.site.milestones));
  });

  it('leaves a document of a viewer’s own as it is', () => {
    const own = makeCampus({ id: 'own', document });
    expect(titleOf(campusIn(own, 'de').site.milestones)).toBe(titleOf(own.site.milestones));
  });
});

describe('an experience that speaks another language', () => {
  const experience = createExperience({ wish: { lang: 'en', view: 'hall', day: 100 } });
  afterAll(() => experience.dispose());

  it('keeps view, day and selection, and begins again as it was', () => {
    const { store } = experience;
    experience.select(77);
    const { campuses: _, moment: __, langWish: ___, ...before } = store.getState();
    const [english] = store.getState().campuses;
    experience.speak('de');
    expect(store.getState()).toMatchObject(before);
    expect(titleOf(experience.campus().site.milestones)).toBe(german['colossus.milestones.t-train.title']);
    experience.setConfig('100k');
    expect(titleOf(experience.campus().site.milestones)).toBe(german['colossus.milestones.t-train.title']);
    experience.setConfig('200k');
    experience.speak('en');
    expect(store.getState()).toMatchObject(before);
    expect(experience.campus().site.milestones).toEqual(english!.site.milestones);
  });
});
