import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { movedRect } from '../../src/model/rect.ts';
import { resolveSite } from '../../src/model/resolveSite.ts';
import type { SiteDocument } from '../../src/model/schema.ts';
import { sceneRect } from '../../src/model/standing.ts';
import { BETWEEN_SITES, sideBySide } from '../../src/views/sideBySide.ts';
import { hull } from '../../src/model/rect.ts';
import { siteRect } from '../../src/views/stations.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';

const seed = 737;
const layoutOf = (document: SiteDocument) =>
  layout(resolveSite(document, document.configurations.at(-1)!.id));
const colossus = layoutOf(builtinSites.colossus!);

/** A generated site whose land reaches farther than its buildings by these many metres: west, east, north, south. */
function onLand(gpus: number, [west, east, north, south]: readonly number[]) {
  const document = generatedSite(gpus);
  const [building] = document.buildings;
  const [x0, x1, z0, z1] = [...building!.x, ...building!.z];
  const edge = { x: [x0 - 10 - west!, x1 + 10 + east!], z: [z0 - 10 - north!, z1 + 10 + south!] };
  return layoutOf({ ...document, edge: edge as unknown as SiteDocument['edge'], zones: [], units: [] });
}
const generated = fc
  .tuple(
    fc.constantFrom(8, 1000, 24_576, 100_000, 300_000),
    fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([gpus, land]) => onLand(gpus, land));
const sites = fc.array(generated, { minLength: 1, maxLength: 7 });

/** The same, each turned by an angle of its own. */
const turnedSites = fc
  .array(fc.tuple(generated, fc.integer({ min: -360, max: 360 })), { minLength: 1, maxLength: 7 })
  .map((all) =>
    all.map(([plan, degrees]) => ({ ...plan, site: { ...plan.site, turn: (degrees * Math.PI) / 180 } })),
  );

describe(`campuses side by side (seed ${seed})`, () => {
  it('never come closer than a verge, at any size of land and any turn, with the first at the origin and none west or north of it', () => {
    fc.assert(
      fc.property(fc.oneof(sites, turnedSites), (layouts) => {
        const places = sideBySide(layouts);
        const edges = layouts.map(({ site }, index) => sceneRect({ site, at: places[index]! }, site.edge));
        expect(places[0]).toEqual([0, 0]);
        for (const [index, a] of edges.entries()) {
          expect(a.x0).toBeGreaterThan(edges[0]!.x0 - 1e-3);
          expect(a.z0).toBeGreaterThan(edges[0]!.z0 - 1e-3);
          for (const b of edges.slice(index + 1))
            expect(Math.max(a.x0 - b.x1, b.x0 - a.x1, a.z0 - b.z1, b.z0 - a.z1)).toBeGreaterThan(
              BETWEEN_SITES - 1e-3,
            );
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('stand where they stood before for the same list, and the rest of a list where it is without its smallest', () => {
    fc.assert(
      fc.property(sites, (layouts) => {
        expect(sideBySide(layouts)).toEqual(sideBySide([...layouts]));
        const areaOf = (index: number) => {
          const { x0, x1, z0, z1 } = layouts[index]!.site.edge;
          return (x1 - x0) * (z1 - z0);
        };
        const others = [...layouts.keys()].slice(1);
        if (others.length === 0) return;
        const least = others.reduce((a, b) => (areaOf(b) <= areaOf(a) ? b : a));
        const rest = sideBySide(layouts.filter((_, index) => index !== least));
        expect(sideBySide(layouts).filter((_, index) => index !== least)).toEqual(rest);
      }),
      { seed, numRuns: 30 },
    );
  });

  it('keep close together: seven of one size need little more ground than their own', () => {
    const seven = Array.from({ length: 7 }, () => colossus);
    const places = sideBySide(seven);
    const all = hull(seven.map(({ site }, index) => movedRect(site.edge, places[index]!)));
    const { x0, x1, z0, z1 } = colossus.site.edge;
    const own = (x1 - x0 + BETWEEN_SITES) * (z1 - z0 + BETWEEN_SITES);
    expect((all.x1 - all.x0) * (all.z1 - all.z0)).toBeLessThan(own * 8.01);
    expect((all.x1 - all.x0) / (all.z1 - all.z0)).toBeGreaterThan(0.6);
    expect((all.x1 - all.x0) / (all.z1 - all.z0)).toBeLessThan(2.5);
  });

  it('put a small one beside the buildings of a large one, not at the far corner of its land', () => {
    const small = onLand(1000, [0, 0, 0, 0]);
    const [, at] = sideBySide([colossus, small]);
    const [large, own] = [siteRect(colossus), movedRect(siteRect(small), at!)];
    const isBeside = own.z0 < large.z1 && own.z1 > large.z0;
    const isBelow = own.x0 < large.x1 && own.x1 > large.x0;
    expect(isBeside || isBelow).toBe(true);
  });
});
