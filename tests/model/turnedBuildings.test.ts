import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../src/model/check.ts';
import { MOST_TURNS } from '../../src/model/checkGeometry.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { areApart, cornersIn, rectAround } from '../../src/model/turnedRect.ts';
import { accepted } from '../fixtures/accepted.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';
import { turnedSiteArbitrary } from '../fixtures/turnedSites.ts';

const seed = 20261129;

/** A document with only its outlines: long buildings that would cross if they were not turned, or that do cross once they are. */
const crossing: SiteDocument['buildings'] = [
  { id: 'a', name: 'A', x: [-40, 40], z: [-5, 5], eave: 9, clear: 8, bay: [10, 10] },
  { id: 'b', name: 'B', x: [-10, 70], z: [-4, 6], eave: 9, clear: 8, bay: [10, 10], turnDeg: 90 },
];

const [sample] = fc.sample(siteArbitrary, { seed, numRuns: 1 });
/** The sample with these buildings and its first hall in none of them. */
function withBuildings(buildings: SiteDocument['buildings']): SiteDocument {
  return {
    ...sample!,
    edge: { x: [-900, 900], z: [-900, 900] },
    buildings: [...sample!.buildings, ...buildings],
  };
}
const errorsOf = (document: SiteDocument) => {
  const checked = checkSite(document);
  return checked.ok ? [] : checked.errors;
};
/** Moved clear of the sample's own buildings. */
const away = (buildings: SiteDocument['buildings'], by = 600): SiteDocument['buildings'] =>
  buildings.map((each) => ({ ...each, x: [each.x[0] + by, each.x[1] + by] }));

describe(`the check of turned buildings (seed ${seed})`, () => {
  it('accepts any that are clear of each other, by up to three angles', () => {
    fc.assert(
      fc.property(turnedSiteArbitrary, (document) => {
        accepted(document);
      }),
      { seed, numRuns: 20 },
    );
  });

  it('compares them as they stand, not as they are given', () => {
    const [a, b] = crossing as [SiteDocument['buildings'][number], SiteDocument['buildings'][number]];
    expect(errorsOf(withBuildings(away([a, b]))).map(({ expected }) => expected)).toEqual([
      'a place clear of building a',
    ]);
    // Beside its end; unturned they would lie over each other.
    const clear = { ...b, x: [6, 86], z: [-4, 6] } as typeof b;
    expect(errorsOf(withBuildings(away([a, clear])))).toEqual([]);
    const { turnDeg: _, ...flat } = clear;
    expect(errorsOf(withBuildings(away([a, flat])))).toHaveLength(1);
  });

  it('refuses one that is turned out of the site, and more angles than are drawn', () => {
    const [, b] = crossing;
    const out = { ...b!, x: [800, 890], z: [880, 890] } as (typeof crossing)[number];
    const [error] = errorsOf(withBuildings([out]));
    expect(error).toMatchObject({ path: `buildings[${sample!.buildings.length}]` });
    expect(error!.expected).toMatch(/inside the site's edge/);
    const many = Array.from({ length: MOST_TURNS + 1 }, (_, index) => ({
      ...b!,
      ...{ id: `many-${index}`, turnDeg: 10 + index, x: [600, 680], z: [index * 100, index * 100 + 10] },
    })) as SiteDocument['buildings'];
    expect(errorsOf(withBuildings(many.slice(1)))).toEqual([]);
    // The same angle, told in another way, is none more.
    expect(errorsOf(withBuildings([...many.slice(1, -1), { ...many.at(-1)!, turnDeg: 11 - 360 }]))).toEqual(
      [],
    );
    expect(errorsOf(withBuildings(many))).toEqual([
      { path: 'buildings', found: '4 angles other than 0', expected: 'at most 3 angles other than 0' },
    ]);
  });
});

describe(`placed things at a turned building (seed ${seed})`, () => {
  const person = (x: number, z: number) => ({
    item: 'person-175',
    at: [x, z] as [number, number],
    headingDeg: 20,
  });

  it('stay where they are given, in the frame of the building that they are in', () => {
    const [, b] = away(crossing);
    const site = resolveSite(
      { ...withBuildings([b!]), placements: [person(630, 30), person(660, 1)] },
      'all',
    );
    const [inside, outside] = site.placements;
    expect(outside).toMatchObject({ x: 660, z: 1, turn: 0, heading: expect.closeTo(Math.PI / 9, 9) });
    // Turned back by 90 degrees, south is east of there.
    expect(inside).toMatchObject({ x: expect.closeTo(30, 6), z: expect.closeTo(-630, 6) });
    expect(inside!.turn).toBeCloseTo(Math.PI / 2, 9);
    expect(inside!.heading).toBeCloseTo(Math.PI / 9 + Math.PI / 2, 9);
  });
});

describe(`turned rectangles (seed ${seed})`, () => {
  const sides = fc
    .tuple(
      fc.integer({ min: -40, max: 40 }),
      fc.integer({ min: -40, max: 40 }),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: -360, max: 360 }),
    )
    .map(([x, z, wide, deep, turnDeg]) => ({
      x: [x, x + wide] as const,
      z: [z, z + deep] as const,
      turnDeg,
    }));

  it('are apart exactly where no point is in both, as found by trying points', () => {
    let both = 0;
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const [own, its] = [cornersIn(a), cornersIn(b)];
        expect(areApart(own, its, 0)).toBe(areApart(its, own, 0));
        const { x0, x1, z0, z1 } = rectAround(own);
        let common = false;
        for (let x = x0; x <= x1 && !common; x += (x1 - x0) / 40)
          for (let z = z0; z <= z1; z += (z1 - z0) / 40) common ||= holds(own, x, z) && holds(its, x, z);
        if (common) both++;
        if (common) expect(areApart(own, its, 0)).toBe(false);
        // They may touch between the points that were tried.
        else expect(areApart(own, its, 3)).toBe(true);
      }),
      { seed, numRuns: 150 },
    );
    expect(both).toBeGreaterThan(20);
  });
});

/** Whether a point lies well in a shape whose corners go round. */
function holds(corners: readonly (readonly [number, number])[], x: number, z: number): boolean {
  return corners.every(([ax, az], at) => {
    const [bx, bz] = corners[(at + 1) % corners.length]!;
    return (bx - ax) * (z - az) - (bz - az) * (x - ax) > 1e-6;
  });
}
