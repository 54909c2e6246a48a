import { describe, expect, it } from 'vitest';
import { areaShares, countShares, gradeOfThing, isAreaShare } from '../../../src/inventory/figures/shares.ts';
import { builtinSites } from '../../../src/model/builtin.ts';
import type { Grade } from '../../../src/model/figure.ts';
import { GRADES, gradeOfHalls, leastKnown } from '../../../src/model/grades.ts';
import { resolveSite } from '../../../src/model/site.ts';

const figure = (name: string, grade: Grade) => ({
  ...{ id: name, name, value: 1, unit: 'm', source: 'nps', grade },
});

describe('how much is reported', () => {
  it('is a share of the samples or of the figures for each grade, all of them together everything', () => {
    const grades: Grade[] = ['reported', 'assumed', 'assumed', 'derived'];
    const areas = areaShares(grades);
    expect(areas.map(({ id, value, unit, arithmetic }) => [id, value, unit, arithmetic])).toEqual([
      ['reported-area', 25, '%', '1 / 4'],
      ['announced-area', 0, '%', '0 / 4'],
      ['derived-area', 25, '%', '1 / 4'],
      ['assumed-area', 50, '%', '2 / 4'],
    ]);
    const counts = countShares(grades.map((grade) => figure('width', grade)));
    expect(counts.map(({ id, value }) => [id, value])).toEqual([
      ['reported-share', 25],
      ['announced-share', 0],
      ['derived-share', 25],
      ['assumed-share', 50],
    ]);
    expect(areas.every(({ id }) => isAreaShare(id))).toBe(true);
    expect(counts.some(({ id }) => isAreaShare(id))).toBe(false);
    expect(areaShares([])).toEqual([]);
  });

  it('takes a thing to be as well known as half of its figures are', () => {
    const of = (...grades: Grade[]) => gradeOfThing(grades.map((grade) => figure('width', grade)));
    expect(of('reported')).toBe('reported');
    expect(of('assumed', 'reported')).toBe('reported');
    expect(of('assumed', 'reported', 'assumed')).toBe('assumed');
    expect(of('assumed', 'announced', 'reported')).toBe('announced');
    expect(of('assumed', 'derived', 'derived', 'reported')).toBe('derived');
    expect(of()).toBe('assumed');
  });
});

describe('grades', () => {
  it('are ordered from the best known to the least', () => {
    for (const [at, grade] of GRADES.entries())
      for (const other of GRADES.slice(at)) expect(leastKnown([grade, other])).toBe(other);
  });

  it('of what halls hold are those of the document, of the shown types only', () => {
    const document = builtinSites.colossus!;
    const [first, ...others] = document.hallTypes;
    const graded = { ...document, hallTypes: [{ ...first!, grade: 'reported' as const }, ...others] };
    expect(gradeOfHalls(resolveSite(document, '100k'))).toBe(document.defaults.grade);
    expect(gradeOfHalls(resolveSite(graded, '100k'))).toBe('reported');
    const guessed = { ...document, defaults: { ...document.defaults, grade: 'announced' as const } };
    expect(gradeOfHalls(resolveSite(guessed, '100k'))).toBe('announced');
  });
});
