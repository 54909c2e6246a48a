import { describe, expect, it } from 'vitest';
import english from '../../../assets/languages/en.explain.json';
import { figuresOf } from '../../../src/inventory/figures/figuresOf.ts';
import type { Subject } from '../../../src/inventory/things/subject.ts';
import { sizeOfShape } from '../../../src/inventory/query/surfaces.ts';
import { builtinSites } from '../../../src/model/builtin.ts';
import { withEvidence } from '../../../src/model/evidence.ts';
import { makeCampus } from '../../../src/timeline/campus.ts';
import { figuresOfSite } from '../../../src/inventory/figures/figuresOfSite.ts';
import { sourceById } from '../../../src/model/sources.ts';
import { campus, plan } from '../campus.ts';

const { site } = plan;
const evident = withEvidence(site);
const GRADES = ['reported', 'announced', 'derived', 'assumed'];
const words: Readonly<Record<string, string>> = english;

/** Every subject of Colossus's things; of those that stand, with the size of one of them. */
const subjects = new Map<Subject, readonly [number, number, number] | undefined>();
for (const { subject, size } of [...campus.boxes, ...campus.details.flat()]) subjects.set(subject, size);
for (const { subject, from, to, radius } of campus.rods)
  subjects.set(subject, [
    Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]),
    radius * 2,
    radius * 2,
  ]);
for (const { subject, length, height, width } of campus.people)
  subjects.set(subject, [length, height, width]);
for (const { subject, height } of campus.trees) subjects.set(subject, [0, height, 0]);
for (const shape of [...campus.ground.shapes, ...campus.floors.shapes])
  if (!subjects.has(shape.subject)) subjects.set(shape.subject, sizeOfShape(shape));

describe('the figures that a thing rests on', () => {
  it('are there for everything that stands and for all ground', () => {
    expect(subjects.size).toBeGreaterThan(80);
    for (const [subject, size] of subjects) {
      const figures = figuresOf(site, subject, 214, size);
      expect(figures.length, JSON.stringify(subject)).toBeGreaterThan(0);
      for (const { id, value, unit, source, grade } of figures) {
        expect(id).toMatch(/^[a-z0-9.-]+$/);
        expect(Number.isFinite(value) && value >= 0, id).toBe(true);
        expect(unit, id).not.toBe('');
        expect(GRADES).toContain(grade);
        expect(sourceById(source), `${id}: ${source}`).toBeDefined();
      }
      expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    }
  });

  it('have a word each, and so has every kind of thing', () => {
    for (const [subject, size] of subjects) {
      expect(words, subject.kind).toHaveProperty([`thing.${subject.kind}`]);
      for (const { name } of figuresOf(site, subject, 214, size))
        expect(words, name).toHaveProperty([`figure.${name}`]);
    }
  });

  it('count what stands in the yard on the day, and say so where the count lies between two dated ones', () => {
    const chillers = (day: number) =>
      figuresOf(site, { kind: 'chiller', of: 'catalogue/chiller' }, day).find(({ name }) => name === 'units');
    const dated = site.yard.find(({ item }) => item === 'chiller')!.counts;
    const full = dated.find(({ count }) => count === 180)!;
    const { units = [], defaults } = site.document;
    const said = units
      .flatMap(({ item, counts }) => (item === 'chiller' ? counts : []))
      .find(({ count }) => count === 180)!;
    expect(chillers(full.day)).toMatchObject({
      value: 180,
      ...{ grade: said.grade ?? defaults.grade, source: said.source ?? defaults.source, asOf: said.date },
    });
    expect(chillers(full.day - 10)).toMatchObject({ grade: 'derived', source: 'rackfield-arithmetic' });
    expect(chillers(full.day - 10)!.from).toEqual(['units.chiller.2024-09-02', 'units.chiller.2025-02-17']);
    expect(chillers(full.day - 10)!.value).toBeLessThan(180);
  });

  it('are the sizes with which it is drawn, assumed, where nothing is documented', () => {
    const own = { unit: 'm', source: 'rackfield-model', grade: 'assumed', about: 'drawn/lamp' };
    expect(figuresOf(site, { kind: 'lamp' }, 214, [0.16, 8, 0.16])).toEqual([
      { ...own, id: 'drawn.lamp.length', name: 'length', value: 0.16, asOf: '2026-11-22' },
      { ...own, id: 'drawn.lamp.height', name: 'height', value: 8, asOf: '2026-11-22' },
      { ...own, id: 'drawn.lamp.width', name: 'width', value: 0.16, asOf: '2026-11-22' },
    ]);
    expect(figuresOf(site, { kind: 'field' }, 214, [320, 0, 245]).map(({ id }) => id)).toEqual([
      'drawn.field.length',
      'drawn.field.width',
    ]);
  });

  it('are in the list of all figures under the same ids, and those that are not drawn sizes say the same', () => {
    const document = builtinSites.colossus!;
    const listed = new Map(
      figuresOfSite(makeCampus({ id: 'colossus', document }), 214).map((figure) => [figure.id, figure]),
    );
    let met = 0;
    for (const [subject, size] of subjects)
      for (const figure of figuresOf(evident, subject, 214, size)) {
        met++;
        expect(listed.has(figure.id), figure.id).toBe(true);
        if (figure.about?.startsWith('drawn/')) {
          const { value, low = value, high = value } = listed.get(figure.id)!;
          expect(figure.value).toBeGreaterThanOrEqual(low);
          expect(figure.value).toBeLessThanOrEqual(high);
        } else expect(listed.get(figure.id)).toEqual(figure);
      }
    expect(met).toBeGreaterThan(250);
  });
});
