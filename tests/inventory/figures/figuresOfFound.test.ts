import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOfFound } from '../../../src/inventory/figures/figuresOfFound.ts';
import { figuresOfSite } from '../../../src/inventory/figures/figuresOfSite.ts';
import { inventory } from '../../../src/inventory/inventory.ts';
import type { Vector } from '../../../src/inventory/query/rays.ts';
import { whatIsAt } from '../../../src/inventory/query/whatIsAt.ts';
import { builtinSites } from '../../../src/model/builtin.ts';
import { comparedSites } from '../../../src/model/comparedSites.ts';
import type { SiteDocument } from '../../../src/model/schema.ts';
import { sourceById } from '../../../src/model/sources.ts';
import { makeCampus } from '../../../src/timeline/campus.ts';
import { siteArbitrary } from '../../fixtures/generatedSites.ts';

const seed = 122214;
const NOWHERE = { x0: 0, x1: 0, z0: 0, z1: 0 };
const documents: SiteDocument[] = [
  builtinSites.colossus!,
  ...(await Promise.all(['frontier', 'fugaku', 'meta-24k'].map((id) => comparedSites[id]!.load()))),
  // Chips of which nothing at all is known.
  {
    ...builtinSites.colossus!,
    catalogue: { h100: { kind: 'accelerator', name: 'A chip', figures: {} } },
  },
];

describe('a thing of a site', () => {
  it('has the figures of the last day on every later one', () => {
    const campus = makeCampus({ id: 'colossus', document: builtinSites.colossus! });
    const { lastDay } = campus.site;
    const found = {
      subject: { kind: 'turbine', of: 'catalogue/turbine' },
      distance: 1,
      at: [0, 0, 0],
    } as const;
    const last = figuresOfFound(campus, found, lastDay);
    expect(last.map(({ id }) => id)).toContain('units.turbine');
    expect(figuresOfFound(campus, found, lastDay + 1e4)).toEqual(last);
    expect(figuresOfSite(campus, lastDay + 1e4)).toEqual(figuresOfSite(campus, lastDay));
  });
});

describe(`what is found (seed ${seed})`, () => {
  it('has at least one figure with a source, of those that the page lists, wherever one looks', () => {
    const kinds = new Set<string>();
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...documents) }, siteArbitrary),
        share,
        fc.array(fc.tuple(share, share, share, share, share, fc.constantFrom(0, 1)), {
          minLength: 30,
          maxLength: 30,
        }),
        (document, when, looks) => {
          const campus = makeCampus({ id: document.id, document });
          const { layout, timeline, site } = campus;
          const day = when * site.lastDay;
          const things = inventory(layout, timeline);
          const listed = new Set(figuresOfSite(campus, day).map(({ id }) => id));
          const rects = [site.buildings[0]!.rect, site.edge];
          for (const [x, z, side, along, up, inside] of looks) {
            const { x0, x1, z0, z1 } = rects[inside]!;
            const to: Vector = [x0 + x * (x1 - x0), up * 3, z0 + z * (z1 - z0)];
            const eye: Vector = [to[0] + side * 20 - 10, 1 + up * 9, to[2] + along * 20 - 10];
            const found = whatIsAt(
              things,
              { origin: eye, direction: [to[0] - eye[0], to[1] - eye[1], to[2] - eye[2]] },
              {
                ...{ day, eye: { x: eye[0], y: eye[1], z: eye[2] }, isPlan: false, cut: 4.2, roof: 0 },
                ...{ inside: 0, ceiling: 1e6, leftOut: NOWHERE },
              },
            );
            if (!found) continue;
            kinds.add(found.subject.kind);
            const figures = figuresOfFound(campus, found, day);
            expect(figures.length, found.subject.kind).toBeGreaterThan(0);
            for (const { id, source } of figures) {
              expect(listed.has(id), `${found.subject.kind}: ${id}`).toBe(true);
              expect(sourceById(source, site.document), id).toBeDefined();
            }
          }
        },
      ),
      { seed, numRuns: 24 },
    );
    expect(kinds.size).toBeGreaterThan(6);
  });
});
