import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { figuresOf } from '../../../src/inventory/figures/figuresOf.ts';
import { gradeOfThing } from '../../../src/inventory/figures/shares.ts';
import { GRADES } from '../../../src/model/grades.ts';
import { inventory } from '../../../src/inventory/inventory.ts';
import { gradesOn } from '../../../src/inventory/overlay/grades.ts';
import { builtinSites } from '../../../src/model/builtin.ts';
import { withEvidence } from '../../../src/model/evidence.ts';
import { makeCampus } from '../../../src/timeline/campus.ts';
import { generatedSite } from '../../fixtures/generatedSites.ts';

const SEED = 20240903;
const document = builtinSites.colossus!;
const colossus = makeCampus({ id: 'colossus', document, config: '230k' });
const { racks, site } = colossus.layout;
/** The first rack of a kind in a hall. */
const rackOf = (kind: string, hall: number) =>
  racks.kind.findIndex((index, at) => racks.hall[at] === hall && site.rackKinds[index]!.id === kind);
const on = (day: number, campus = colossus) => gradesOn(campus, day);
const rack = { kind: 'rack' } as const;

describe('the grade of a thing', () => {
  it.each([
    ['racks of the first 100,000 GPUs once they are counted', 122, 'compute', 1, 'announced'],
    ['the same while they go in between two counts', 100, 'compute', 1, 'derived'],
    ['racks of the second 100,000', 214, 'compute', 5, 'derived'],
    ['network racks, which nobody has counted', 214, 'network', 1, 'assumed'],
  ])('is that of its count: %s', (_which, day, kind, hall, grade) => {
    expect(on(day)({ subject: rack, rackIndex: rackOf(kind, hall) })).toBe(grade);
  });

  it.each([
    ['chillers on the day of a count that somebody has seen', 122, 'chiller', 'reported'],
    ['chillers between two counts', 100, 'chiller', 'derived'],
    ['a school bus for scale, whose own sizes are known', 122, 'school-bus', 'assumed'],
  ])('is that of its count in the yard: %s', (_which, day, item, grade) => {
    expect(on(day)({ subject: { kind: 'plant', of: `catalogue/${item}` } })).toBe(grade);
  });

  it('is that of the number of servers in a rack and of GPUs in a server, where one is open', () => {
    const part = { rackIndex: rackOf('compute', 1), server: 1 };
    const of = on(214);
    expect(of({ subject: { kind: 'server' }, ...part })).toBe('reported');
    expect(of({ subject: { kind: 'gpu' }, ...part })).toBe('reported');
    expect(of({ subject: { kind: 'hose' }, ...part })).toBe('assumed');
    expect(of({ subject: { kind: 'rack' }, ...part })).toBe('announced');
  });

  it('comes from the document', () => {
    const installed = document.growth!.installed.map((point) => ({ ...point, grade: 'reported' as const }));
    const other = makeCampus({
      id: 'own',
      document: { ...document, growth: { ...document.growth!, installed } },
    });
    expect(on(214, other)({ subject: rack, rackIndex: rackOf('compute', 5) })).toBe('reported');
    const { growth: _, ...untold } = generatedSite(800);
    const own = makeCampus({ id: 'own', document: untold });
    expect(on(300, own)({ subject: rack, rackIndex: 5 })).toBe('assumed');
  });

  it(`is that of its part of the document unless it is counted, else assumed (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 0, max: 700 }), (eights, day) => {
        const campus = makeCampus({ id: 'own', document: generatedSite(eights * 8) });
        const of = on(day, campus);
        const evident = withEvidence(campus.site);
        const { boxes, rods, trees, people, ground, floors } = inventory(campus.layout, campus.timeline);
        for (const { subject } of new Set([
          ...boxes,
          ...rods,
          ...trees,
          ...people,
          ...ground.shapes,
          ...floors.shapes,
        ])) {
          const grade = GRADES.indexOf(of({ subject }));
          expect(grade).toBeGreaterThanOrEqual(0);
          const figures = figuresOf(evident, subject, day);
          if (figures.some(({ name }) => name === 'units')) continue;
          const isPart = !subject.of?.startsWith('catalogue/');
          expect(GRADES[grade]).toBe(isPart ? gradeOfThing(figures) : 'assumed');
        }
      }),
      { seed: SEED, numRuns: 12 },
    );
  });
});
