import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/layout/address.ts';
import { layout } from '../../src/layout/layout.ts';
import { resolveSite } from '../../src/model/site.ts';
import { toSite } from '../../src/model/standing.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { campusIndexOf, partsOf, shownParcels } from '../../src/timeline/parcels.ts';
import { distanceOf, type Pose } from '../../src/views/pose.ts';
import { VIEWS } from '../../src/views/view.ts';
import { parcelShowing, pose } from '../../src/views/viewPose.ts';
import { around, enclosuresOf } from '../../src/views/walls.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';
import { turnedApart, turnedSiteArbitrary } from '../fixtures/turnedSites.ts';

const seed = 20261130;
const shape = { aspect: 1.6, fov: 0.56 };
const at = [300, -40] as const;

/** What the eye looks along, scene frame, metres. */
const along = ({ eye, target }: Pose) => eye.map((from, axis) => target[axis]! - from);

describe(`stations in turned buildings (seed ${seed})`, () => {
  it('come nearer one after the other, with the eye in the hall from the aisle on', () => {
    fc.assert(
      fc.property(turnedSiteArbitrary, fc.nat(5000), fc.boolean(), (document, any, isFlat) => {
        const campus = makeCampus({ id: 'own', document, at });
        const { gpus } = campus.layout.totals;
        fc.pre(gpus > 0);
        const gpu = (any % gpus) + 1;
        const poses = VIEWS.map((view) => pose(view, { ...campus, gpu }, { ...shape, isFlat }));
        const distances = poses.map(distanceOf);
        expect(distances).toEqual([...distances].sort((a, b) => b - a));
        if (isFlat) return;
        const hall = campus.site.halls[addressOf(campus.layout, gpu).hall - 1]!;
        const { rect } = hall;
        const walls = enclosuresOf(campus);
        for (const { eye } of poses.slice(VIEWS.indexOf('aisle'))) {
          const [x, z] = toSite(parcelShowing(campus, gpu), eye[0], eye[2]);
          expect([x > rect.x0, x < rect.x1, z > rect.z0, z < rect.z1]).toEqual([true, true, true, true]);
          // The walls that the camera keeps to are those of that hall and of its building.
          expect(around(eye, walls)).toHaveLength(2);
        }
      }),
      { seed, numRuns: 30 },
    );
  });

  it('look as those of a site that is turned by both angles together', () => {
    const degrees = fc.integer({ min: -180, max: 180 });
    fc.assert(
      fc.property(siteArbitrary, degrees, degrees, fc.nat(5000), (document, whole, own, any) => {
        const both = layout(resolveSite({ ...turnedApart(document, [own]), turnDeg: whole }, 'all'));
        const one = layout(resolveSite({ ...turnedApart(document, [0]), turnDeg: whole + own }, 'all'));
        const { gpus } = both.totals;
        fc.pre(gpus > 0);
        const gpu = (any % gpus) + 1;
        for (const view of VIEWS.slice(1)) {
          const [found, expected] = [both, one].map((layout) =>
            along(pose(view, { layout, gpu, at }, shape)),
          );
          found!.forEach((metres, axis) => expect(metres).toBeCloseTo(expected![axis]!, 2));
        }
      }),
      { seed, numRuns: 20 },
    );
  });
});

describe(`the parcels of shown campuses (seed ${seed})`, () => {
  it('belong each to its campus, in the order of the list, and are no others than the campuses where nothing is turned', () => {
    fc.assert(
      fc.property(
        fc.array(turnedSiteArbitrary, { minLength: 1, maxLength: 3 }),
        siteArbitrary,
        (all, plain) => {
          const campuses = [plain, ...all].map((document, index) => makeCampus({ id: `${index}`, document }));
          const parcels = shownParcels(campuses);
          expect(parcels.map(({ id }) => id)).toEqual(
            parcels.map((_, index) => campuses[campusIndexOf(campuses, index)]!.id),
          );
          expect(parcels).toEqual(campuses.flatMap(partsOf));
          expect(parcels[0]).toBe(campuses[0]);
          expect(shownParcels(campuses)).toBe(parcels);
          expect(shownParcels(parcels)).toBe(parcels);
          const alone = campuses.slice(0, 1);
          expect(shownParcels(alone)).toBe(alone);
        },
      ),
      { seed, numRuns: 8 },
    );
  });
});
