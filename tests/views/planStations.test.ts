import fc from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { layout, type Layout } from '../../src/layout/layout.ts';
import { serverPosition } from '../../src/layout/serverPlan.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { cornersOf } from '../../src/model/rect.ts';
import { resolveSite, type Rect } from '../../src/model/site.ts';
import { rotated } from '../../src/model/standing.ts';
import { planDrawing } from '../../src/scene/plan/content/planDrawing.ts';
import { alignPlanEye, createPlanEye } from '../../src/scene/camera/planEye.ts';
import { planCut, planStation } from '../../src/views/planStations.ts';
import { type View, VIEWS } from '../../src/views/view.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';

const seed = 20240904;
const colossus = layout(resolveSite(builtinSites.colossus!, '200k'));

/** The eye of a station, as the rig would bring it there. */
function eyeOf(view: View, plan: Layout, gpu: number, aspect: number) {
  const { eye, target } = planStation(view, plan, gpu, { aspect, fov });
  const camera = new PerspectiveCamera((fov * 180) / Math.PI, aspect);
  const planEye = createPlanEye();
  alignPlanEye(planEye, camera, new Vector3(...target), eye[1] - target[1]);
  return planEye;
}

/** Where a plan shows a place: -1 to 1 to the right and upwards. */
function seen(eye: ReturnType<typeof createPlanEye>, x: number, y: number, z: number) {
  return new Vector3(x, y, z).project(eye);
}

describe('the eye of the plan', () => {
  it('has north above and east to the right, and sees no height', () => {
    const eye = eyeOf('building', colossus, 0, 1.6);
    const [low, high] = [seen(eye, 10, 0, -20), seen(eye, 10, 11, -20)];
    expect(low.x).toBeGreaterThan(0);
    expect(low.y).toBeGreaterThan(0);
    expect(high.x).toBeCloseTo(low.x, 9);
    expect(high.y).toBeCloseTo(low.y, 9);
    expect(high.z).toBeLessThan(low.z);
  });

  it.each([0.46, 1, 16 / 9])('shows all of each subject at %f : 1', (aspect) => {
    const { site } = colossus;
    const subjects: [View, Rect[]][] = [
      ['site', site.buildings.map(({ rect }) => rect)],
      ['building', site.halls.map(({ rect }) => rect)],
      ['hall', [site.halls[5]!.rect]],
    ];
    for (const [view, rects] of subjects) {
      const eye = eyeOf(view, colossus, 137_482, aspect);
      const places = rects.flatMap(({ x0, x1, z0, z1 }) => [seen(eye, x0, 0, z0), seen(eye, x1, 0, z1)]);
      const reach = Math.max(...places.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))));
      expect(reach).toBeLessThan(0.9);
      expect(reach).toBeGreaterThan(0.02);
    }
  });

  it.each([0.46, 0.5625, 1, 16 / 9, 3.56])('leads from each station down to the next at %f : 1', (aspect) => {
    const far = VIEWS.map((view) => {
      const { eye, target } = planStation(view, colossus, 137_482, { aspect, fov });
      return eye[1] - target[1];
    });
    far.slice(1).forEach((distance, at) => {
      const what = `height over ${VIEWS[at + 1]}, nearer than ${VIEWS[at]}`;
      expect(distance, what).toBeLessThan(far[at]! * 0.8);
    });
  });

  it.each([0.46, 0.5625, 1, 16 / 9, 3.56])('shows all of a row and its length at %f : 1', (aspect) => {
    const eye = eyeOf('aisle', colossus, 1, aspect);
    const { dimensions } = planDrawing(colossus, serverPosition(colossus, 1).rackIndex);
    const [length] = dimensions.filter(({ stage, out }) => stage === 'aisle' && out[1] === -1);
    expect(length!.length).toBeCloseTo(15, 6);
    for (const [x, z] of [length!.from, length!.to]) {
      expect(Math.abs(seen(eye, x, 0, z).x)).toBeLessThan(0.83);
      expect(Math.abs(seen(eye, x, 0, z).y)).toBeLessThan(0.83);
    }
  });

  it.each([0.46, 16 / 9])('keeps a rack and its neighbours in the middle at %f : 1', (aspect) => {
    const { racks } = colossus;
    for (let rackIndex = 0; rackIndex < racks.count; rackIndex += 137) {
      if (racks.gpus[rackIndex] === 0) continue;
      const [x, z] = [racks.x[rackIndex]!, racks.z[rackIndex]!];
      const eye = eyeOf('rack', colossus, racks.firstGpu[rackIndex]!, aspect);
      for (const dx of [-1, 1]) expect(Math.abs(seen(eye, x + dx, 0, z).x)).toBeLessThan(1);
      for (const dz of [-0.9, 0.9]) expect(Math.abs(seen(eye, x, 0, z + dz).y)).toBeLessThan(1);
    }
  });

  it.each([0.46, 1, 16 / 9])(
    'shows all of each subject of a turned site, each nearer, at %f : 1',
    (aspect) => {
      for (let degrees = 15; degrees < 360; degrees += 15) {
        const turn = (degrees * Math.PI) / 180;
        const plan = { ...colossus, site: { ...colossus.site, turn } };
        const { site } = plan;
        const rackIndex = 700;
        const [x, z] = [plan.racks.x[rackIndex]!, plan.racks.z[rackIndex]!];
        const rack: Rect = { x0: x - 0.4, x1: x + 0.4, z0: z - 0.8, z1: z + 0.8 };
        const gpu = plan.racks.firstGpu[rackIndex]!;
        const subjects: [View, Rect[]][] = [
          ['site', site.buildings.map(({ rect }) => rect)],
          ['building', site.halls.map(({ rect }) => rect)],
          ['hall', [site.halls[plan.racks.hall[rackIndex]! - 1]!.rect]],
          ['aisle', [rack]],
          ['rack', [rack]],
        ];
        for (const [view, rects] of subjects) {
          const { eye, target } = planStation(view, plan, gpu, { aspect, fov });
          const half = (eye[1] - target[1]) * Math.tan(fov / 2);
          for (const [east, south] of rects.flatMap(cornersOf)) {
            const [right, down] = rotated(turn, east - target[0], south - target[2]);
            const what = `${view} turned by ${degrees} degrees`;
            expect(Math.abs(right) / half / aspect, what).toBeLessThan(1);
            expect(Math.abs(down) / half, what).toBeLessThan(1);
          }
        }
        const far = VIEWS.map((view) => {
          const { eye, target } = planStation(view, plan, gpu, { aspect, fov });
          return eye[1] - target[1];
        });
        far.slice(1).forEach((distance, at) => {
          expect(distance, `${VIEWS[at + 1]}, ${degrees} degrees`).toBeLessThan(far[at]! * 0.8);
        });
      }
    },
  );

  it('cuts over the racks and under what hangs above them', () => {
    const cut = planCut(colossus);
    for (const { floorY, trays } of colossus.site.halls) {
      for (const { height } of colossus.site.rackKinds) expect(cut).toBeGreaterThan(floorY + height);
      for (const { y } of trays) expect(cut).toBeLessThan(floorY + y);
    }
  });

  it(`stands finite and straight above on generated sites (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        siteArbitrary,
        fc.constantFrom(...VIEWS),
        fc.double({ min: 0.3, max: 4, noNaN: true }),
        (document, view, aspect) => {
          const plan = layout(resolveSite(document, 'all'));
          const { eye, target } = planStation(view, plan, plan.totals.gpus > 0 ? 1 : 0, { aspect, fov });
          for (const number of [...eye, ...target]) expect(Number.isFinite(number)).toBe(true);
          expect([eye[0], eye[2]]).toEqual([target[0], target[2]]);
          expect(eye[1] - target[1]).toBeGreaterThan(0.02);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});
