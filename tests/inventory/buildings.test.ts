import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventory } from '../../src/inventory/inventory.ts';
import { layout } from '../../src/layout/layout.ts';
import { contains } from '../../src/model/rect.ts';
import { resolveSite, type Rect, type SiteDocument } from '../../src/model/site.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { grown } from '../../src/model/rect.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';
import { extentOf } from './campus.ts';

const seed = 20241127;
/** Depth of the strips north and south of the halls, metres, and how far walls and what hangs on them reach out of a building. */
const STRIP = 14;
const TRIM = 2.2;

/** The same site with galleries of any width and depth north and south of its halls, and its buildings 40 m farther apart. */
function withGalleries(document: SiteDocument, [from, to, depth]: readonly [number, number, number]) {
  const away = (id: string) => document.buildings.findIndex((building) => building.id === id) * 40;
  const [, south] = document.edge.z;
  return {
    ...document,
    edge: { x: document.edge.x, z: [document.edge.z[0] - 20, south + 20 + document.buildings.length * 40] },
    buildings: document.buildings.map((building) => {
      const [z0, z1] = building.z.map((z) => z + away(building.id)) as [number, number];
      const [west, east] = building.x;
      const at = (share: number) => west + (east - west) * share;
      const x: [number, number] = [at(from), at(to)];
      return {
        ...building,
        z: [z0 - STRIP, z1 + STRIP],
        spaces: [
          { kind: 'electrical', name: 'North', x, z: [z0 - depth, z0] },
          { kind: 'pumps', name: 'South', x, z: [z1, z1 + depth] },
        ],
      };
    }),
    halls: document.halls.map((hall) => ({
      ...hall,
      centre: [hall.centre[0], hall.centre[1] + away(hall.building)],
    })),
  } as SiteDocument;
}

const galleries = fc
  .tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0.05, max: 1, noNaN: true }),
    fc.double({ min: 1, max: 13, noNaN: true }),
  )
  .map(([from, long, depth]) => [from, Math.min(1, from + long), depth] as const)
  .filter(([from, to]) => to - from > 0.02);

/** Boxes of these kinds of a site, with the space that each takes. */
function boxesOf(document: SiteDocument, kinds: readonly string[]) {
  const plan = layout(resolveSite(document, 'all'));
  const { boxes } = inventory(plan, timeline(plan, 'told'));
  return {
    plan,
    found: boxes
      .filter(({ subject }) => kinds.includes(subject.kind))
      .map((box) => ({ box, extent: extentOf(box) })),
  };
}

const isIn = (rect: Rect, extent: Rect) => contains(rect, extent, 1e-6);

describe(`buildings of other sites (seed ${seed})`, () => {
  it('have their walls, their halls and the steps at these within their outlines', () => {
    fc.assert(
      fc.property(siteArbitrary, galleries, (document, widths) => {
        const { plan, found } = boxesOf(withGalleries(document, widths), [
          'wall',
          'hall-wall',
          'stairs',
          'door',
        ]);
        for (const { box, extent } of found) {
          const of = box.subject.of?.replace('buildings/', '');
          const outline = plan.site.buildings.find(
            ({ id, rect }) =>
              (of === id || !of || of.startsWith('halls/')) && isIn(grown(rect, TRIM), extent),
          );
          expect(outline, JSON.stringify(box)).toBeDefined();
          if (box.subject.kind === 'stairs')
            expect(isIn(outline!.rect, extent), JSON.stringify(box)).toBe(true);
        }
        // One on each side.
        for (const { id, rect } of plan.site.buildings) {
          if (!plan.site.halls.some(({ building }) => building === id)) continue;
          const sides = found
            .filter(({ box, extent }) => box.subject.kind === 'wall' && isIn(grown(rect, TRIM), extent))
            .map(({ extent }) => extent);
          expect(Math.min(...sides.map(({ x0 }) => x0))).toBeCloseTo(rect.x0, 0);
          expect(Math.max(...sides.map(({ x1 }) => x1))).toBeCloseTo(rect.x1, 0);
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('have cabinets and pumps within their galleries, however wide those are', () => {
    let most = 0;
    fc.assert(
      fc.property(siteArbitrary, galleries, (document, widths) => {
        const { plan, found } = boxesOf(withGalleries(document, widths), [
          'switchgear',
          'ups',
          'busway',
          'pump',
        ]);
        const spaces = plan.site.buildings.flatMap((building) => building.spaces);
        const own = found.filter(({ box }) => !box.subject.of?.startsWith('halls/'));
        for (const { box, extent } of own)
          if (box.subject.kind !== 'busway' || !plan.site.halls.some(({ rect }) => isIn(rect, extent)))
            expect(
              spaces.some(({ rect }) => isIn(rect, extent)),
              JSON.stringify(box),
            ).toBe(true);
        most = Math.max(most, own.length);
      }),
      { seed, numRuns: 100 },
    );
    expect(most).toBeGreaterThan(20);
  });
});
