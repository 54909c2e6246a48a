import { describe, expect, it } from 'vitest';
import english from '../../../assets/languages/en.explain.json';
import { figuresOf } from '../../../src/inventory/figures/figuresOf.ts';
import type { Subject } from '../../../src/inventory/things/subject.ts';
import { sourceById } from '../../../src/model/sources.ts';
import { campus, plan } from '../campus.ts';

const { site } = plan;
const GRADES = ['reported', 'announced', 'derived', 'assumed'];
const words: Readonly<Record<string, string>> = english;

/** Every subject of Colossus's things; of those that stand, with the size of one of them. */
const subjects = new Map<Subject, readonly [number, number, number] | undefined>();
for (const { subject, size } of [...campus.boxes, ...campus.details.flat()]) subjects.set(subject, size);
for (const { subject, radius } of campus.rods) subjects.set(subject, [1, radius * 2, radius * 2]);
for (const { subject, length, height, width } of campus.people)
  subjects.set(subject, [length, height, width]);
for (const { subject } of [...campus.ground.shapes, ...campus.floors.shapes, ...campus.trees])
  if (!subjects.has(subject)) subjects.set(subject, undefined);

describe('the figures that a thing rests on', () => {
  it('are there for everything that stands, and for ground of which the document or the catalogue says something', () => {
    expect(subjects.size).toBeGreaterThan(80);
    for (const [subject, size] of subjects) {
      const figures = figuresOf(site, subject, 214, size);
      if (size || subject.of) expect(figures.length, JSON.stringify(subject)).toBeGreaterThan(0);
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
    expect(chillers(full.day)).toMatchObject({ value: 180, grade: full.grade, source: full.source });
    expect(chillers(full.day - 10)).toMatchObject({ grade: 'derived' });
    expect(chillers(full.day - 10)!.value).toBeLessThan(180);
  });

  it('are the sizes that are drawn, and ours, where nothing is documented', () => {
    expect(figuresOf(site, { kind: 'lamp' }, 214, [0.16, 8, 0.16])).toEqual([
      {
        id: 'drawn.length',
        name: 'length',
        value: 0.16,
        unit: 'm',
        source: 'rackfield-model',
        grade: 'assumed',
      },
      {
        id: 'drawn.height',
        name: 'height',
        value: 8,
        unit: 'm',
        source: 'rackfield-model',
        grade: 'assumed',
      },
      {
        id: 'drawn.width',
        name: 'width',
        value: 0.16,
        unit: 'm',
        source: 'rackfield-model',
        grade: 'assumed',
      },
    ]);
    expect(figuresOf(site, { kind: 'field' }, 214)).toEqual([]);
  });
});
