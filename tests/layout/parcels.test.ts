import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, gpuPosition } from '../../src/layout/address.ts';
import { type Layout, layout } from '../../src/layout/layout.ts';
import { hallsOf, parcelsOf, parcelWith } from '../../src/layout/parcels.ts';
import { pick } from '../../src/layout/pick.ts';
import { cornersOf, isWithin } from '../../src/model/rect.ts';
import { resolveSite } from '../../src/model/site.ts';
import { rotated, toScene, toSite } from '../../src/model/standing.ts';
import { areApart } from '../../src/model/turnedRect.ts';
import { turnedSiteArbitrary } from '../fixtures/turnedSites.ts';

const seed = 20261128;
const runs = { seed, numRuns: 25 };
type Vector = [number, number, number];
type Place = readonly [x: number, z: number];

const standing = ({ site }: Layout) => ({ site, at: [120, -70] as const });
const laidOut = (document: Parameters<typeof resolveSite>[0]) => layout(resolveSite(document, 'all'));

/** The parcel of a GPU's hall. */
const parcelOf = (plan: Layout, hall: number) => parcelWith(plan, plan.site.halls[hall - 1]!);

describe(`buildings that are turned in their site (seed ${seed})`, () => {
  it('are each in one parcel, with halls that are parallel to its axes', () => {
    fc.assert(
      fc.property(turnedSiteArbitrary, (document) => {
        const plan = laidOut(document);
        const parcels = parcelsOf(plan);
        const ids = parcels.flatMap(({ site }) => site.buildings.map(({ id }) => id));
        expect(ids.sort()).toEqual(plan.site.buildings.map(({ id }) => id).sort());
        const halls = parcels.flatMap(({ site }) => hallsOf(site).map(({ number }) => number));
        expect(halls.sort((a, b) => a - b)).toEqual(plan.site.halls.map(({ number }) => number));
        expect(parcels[0]!.site.turn).toBe(plan.site.turn);
        for (const { site } of parcels) for (const { turn } of site.buildings) expect(turn).toBe(0);
        // Numbers, places and columns are those of the whole site.
        for (const parcel of parcels) expect(parcel.racks).toBe(plan.racks);
      }),
      runs,
    );
  });

  it('stand about their own centres, where the document says, turned by its own angle and by theirs', () => {
    fc.assert(
      fc.property(turnedSiteArbitrary, (document) => {
        const plan = laidOut(document);
        const whole = (document.turnDeg ?? 0) * (Math.PI / 180);
        document.halls.forEach((hall, index) => {
          const building = document.buildings.find(({ id }) => id === hall.building)!;
          const own = (building.turnDeg ?? 0) * (Math.PI / 180);
          const [x, z] = [(building.x[0] + building.x[1]) / 2, (building.z[0] + building.z[1]) / 2];
          const [across, along] = rotated(own, hall.centre[0] - x, hall.centre[1] - z);
          const [east, south] = rotated(whole, x + across, z + along);
          const { rect } = plan.site.halls[index]!;
          const found = toScene(
            standing(parcelOf(plan, index + 1)),
            (rect.x0 + rect.x1) / 2,
            (rect.z0 + rect.z1) / 2,
          );
          expect(Math.hypot(found[0] - east - 120, found[1] - south + 70)).toBeLessThan(1e-6);
        });
      }),
      runs,
    );
  });

  it('overlap nowhere, and nothing in them leaves its hall', () => {
    fc.assert(
      fc.property(turnedSiteArbitrary, (document) => {
        const plan = laidOut(document);
        const outlines = parcelsOf(plan).flatMap((parcel) =>
          parcel.site.buildings.map(({ rect }) =>
            cornersOf(rect).map(([x, z]) => toScene(standing(parcel), x, z)),
          ),
        );
        outlines.forEach((own, at) => {
          for (const other of outlines.slice(0, at)) expect(areApart(own, other, 1e-6)).toBe(true);
        });
        const { racks, site } = plan;
        for (let rack = 0; rack < racks.count; rack++) {
          const { rect } = site.halls[racks.hall[rack]! - 1]!;
          expect(isWithin(rect, racks.x[rack]!, racks.z[rack]!)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('show each GPU to an eye before it, and to no eye of another parcel', () => {
    fc.assert(
      fc.property(turnedSiteArbitrary, (document) => {
        const plan = laidOut(document);
        const parcels = parcelsOf(plan);
        for (let gpu = 1; gpu <= plan.totals.gpus; gpu += 7) {
          const { x, y, z, nx, nz } = gpuPosition(plan, gpu);
          const home = parcelOf(plan, addressOf(plan, gpu).hall);
          // One ray of the scene, asked of all parcels; the nearest hit counts.
          const [eye, ahead] = [
            toScene(standing(home), x + nx * 0.1, z + nz * 0.1),
            rotated(home.site.turn, -nx, -nz),
          ];
          const hits = parcels.flatMap((parcel) => {
            const [across, along] = toSite(standing(parcel), ...eye);
            const [dx, dz] = rotated(-parcel.site.turn, ...(ahead as Place));
            const hit = pick(parcel, [across, y, along], [dx, 0, dz] as Vector, plan.racks.count);
            return hit ? [{ ...hit, parcel }] : [];
          });
          const [first] = hits.sort((a, b) => a.distance - b.distance);
          expect(first).toMatchObject({ gpu, distance: expect.closeTo(0.1, 3) });
          expect(first!.parcel).toBe(home);
        }
      }),
      runs,
    );
  });

  it('are the site itself where none is turned, by no angle or by whole ones', () => {
    fc.assert(
      fc.property(turnedSiteArbitrary, fc.constantFrom(undefined, 0, 360, -360), (document, turnDeg) => {
        const buildings = document.buildings.map(({ turnDeg: _, ...each }) => ({
          ...each,
          ...(turnDeg !== undefined && { turnDeg }),
        }));
        const plan = laidOut({ ...document, buildings });
        expect(parcelsOf(plan)).toEqual([plan]);
        expect(parcelsOf(plan)[0]).toBe(plan);
        expect(hallsOf(plan.site)).toEqual(plan.site.halls);
      }),
      { seed, numRuns: 10 },
    );
  });
});
