import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, type Layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { type Dimension, planDrawing } from '../../src/scene/plan/drawing.ts';
import { createLengths } from '../../src/state/lengths.ts';
import { generatedSite, siteArbitrary } from '../fixtures/generatedSites.ts';
import { rackBox } from '../layout/boxes.ts';

const seed = 20240903;
const colossus = layout(resolveSite(builtinSites.colossus!, '200k'));
const lengths = createLengths('en');
const written = ({ length, unit }: Dimension) => lengths[unit](length);
/** What a drawing states where an em covers so many metres. */
const at = (drawing: { dimensions: Dimension[] }, scale: number) =>
  new Set(
    drawing.dimensions.filter(({ finest, coarsest }) => finest < scale && scale <= coarsest).map(written),
  );

function expectTrue(plan: Layout, rackIndex: number): void {
  const { dimensions, names, strokes } = planDrawing(plan, rackIndex);
  for (const { from, to, length, out, tier, finest, coarsest } of dimensions) {
    expect(Math.hypot(to[0] - from[0], to[1] - from[1])).toBeCloseTo(length, 9);
    expect(length).toBeGreaterThan(0);
    // The line stands beside what it measures, along it.
    expect(Math.hypot(...out)).toBeCloseTo(1, 9);
    expect((to[0] - from[0]) * out[0] + (to[1] - from[1]) * out[1]).toBeCloseTo(0, 9);
    expect(tier).toBeGreaterThanOrEqual(0);
    expect(coarsest).toBeGreaterThan(finest);
  }
  const { site } = plan;
  expect(new Set(names.map(({ text }) => text)).size).toBeGreaterThanOrEqual(
    new Set(site.halls.map(({ name }) => name)).size,
  );
  for (const { from, to } of strokes)
    for (const number of [...from, ...to]) expect(Number.isFinite(number)).toBe(true);
}

describe('the drawing of the plan', () => {
  it('states lengths that are the distances of their ends', () => {
    for (const rackIndex of [0, 217, 2203, 4407]) expectTrue(colossus, rackIndex);
  });

  it(`holds on generated sites (seed ${seed})`, () => {
    fc.assert(
      fc.property(siteArbitrary, fc.nat(), (document, pick) => {
        const plan = layout(resolveSite(document, 'all'));
        expectTrue(plan, plan.racks.count > 0 ? pick % plan.racks.count : 0);
      }),
      { seed, numRuns: 100 },
    );
    expectTrue(layout(resolveSite(generatedSite(200_000), 'all')), 5);
  });

  it('states what the documents say of Colossus, each at its scale', () => {
    const drawing = planDrawing(colossus, 3);
    expect([...at(drawing, 10)]).toEqual(
      expect.arrayContaining(['1,100.0 m', '800.0 m', '396.24 m', '182.88 m']),
    );
    expect([...at(drawing, 3)]).toEqual(expect.arrayContaining(['42.0 m', '50.4 m', '12.0 m', '15.0 m']));
    expect([...at(drawing, 1)]).toEqual(
      expect.arrayContaining(['42.0 m', '50.4 m', '15.0 m', '1.8 m', '1.2 m', '6.0 m']),
    );
    expect([...at(drawing, 0.14)]).toEqual(expect.arrayContaining(['15.0 m', '1.8 m', '1.5 m']));
    expect([...at(drawing, 0.06)]).toEqual(expect.arrayContaining(['750 mm', '1,200 mm', '300 mm', '1.8 m']));
    // And never everything at once.
    for (const scale of [10, 3, 1, 0.14, 0.06])
      expect(at(drawing, scale).size).toBeLessThan(new Set(drawing.dimensions.map(written)).size);
  });

  it('measures the rack that it is asked about', () => {
    for (const rackIndex of [0, 40, 300, 2100]) {
      const box = rackBox(colossus, rackIndex);
      const own = planDrawing(colossus, rackIndex).dimensions.filter(({ unit }) => unit === 'millimetres');
      expect(own.length).toBeGreaterThan(1);
      for (const { from, to } of own)
        for (const [x, z] of [from, to]) {
          expect(x).toBeGreaterThan(box.x0 - 0.002);
          expect(x).toBeLessThan(box.x1 + 0.002);
          expect(z).toBeGreaterThan(box.z0 - 0.002);
          expect(z).toBeLessThan(box.z1 + 0.002);
        }
      const depth = own.filter(({ out }) => out[0] !== 0).reduce((sum, { length }) => sum + length, 0);
      expect(depth).toBeCloseTo(box.z1 - box.z0, 3);
    }
  });

  it('names every hall once at every scale', () => {
    const { names } = planDrawing(colossus, 0);
    for (const scale of [0.1, 1, 2.8, 2.9, 5])
      for (const { name } of colossus.site.halls)
        expect(
          names.filter(({ text, finest, coarsest }) => text === name && finest < scale && scale <= coarsest),
        ).toHaveLength(1);
  });
});

describe('a length on the drawing', () => {
  it('is written as the viewer writes it', () => {
    expect(createLengths('de').metres(396.24)).toBe('396,24 m');
    expect(createLengths('en').metres(42)).toBe('42.0 m');
    expect(createLengths('fr').millimetres(1.2).replace(/\s/g, ' ')).toBe('1 200 mm');
    expect(createLengths('not a tag').millimetres(0.75)).toBe('750 mm');
  });
});
