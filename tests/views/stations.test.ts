import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, type Layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite, type Rect } from '../../src/model/site.ts';
import type { PictureShape } from '../../src/views/framing.ts';
import type { Pose } from '../../src/views/pose.ts';
import { station } from '../../src/views/stations.ts';
import { VIEWS } from '../../src/views/view.ts';
import { generatedSite, siteArbitrary } from '../fixtures/generatedSites.ts';
import { type Point, seenFrom, VERTICAL_FIELD as fov } from '../fixtures/projection.ts';
import { rackBox } from '../layout/boxes.ts';

const seed = 20240722;
const aspects = [0.46, 0.75, 1, 16 / 9, 3840 / 1080];
const colossus = layout(resolveSite(builtinSites.colossus!, '200k'));

const seen = (pose: Pose, point: Point, { aspect }: PictureShape) => seenFrom(pose, point, aspect);

const corners = ({ x0, x1, z0, z1 }: Rect, heights: readonly number[]): Point[] =>
  [x0, x1].flatMap((x) => [z0, z1].flatMap((z) => heights.map((y): Point => [x, y, z])));

/** What a view promises to show whole; empty where it stands within. */
function subjectOf(view: string, plan: Layout, hall = 0): Point[] {
  const { site } = plan;
  if (view === 'site') return site.buildings.flatMap(({ rect }) => corners(rect, [0, 12]));
  if (view === 'building') return site.halls.flatMap(({ rect }) => corners(rect, [0, 4]));
  if (view === 'hall') return corners(site.halls[hall]!.rect, [site.halls[hall]!.floorY, 4]);
  return [];
}

describe('every station', () => {
  const whole = ['site', 'building', 'hall'] as const;
  const cases = whole.flatMap((view) => aspects.map((aspect) => [view, aspect] as const));

  it.each(cases)('%s at %f : 1 shows all of its subject', (view, aspect) => {
    const window = { aspect, fov };
    const pose = station(view, colossus, 0, window);
    const at = subjectOf(view, colossus).map((point) => seen(pose, point, window));
    for (const { x, y, depth } of at) {
      expect(depth).toBeGreaterThan(1);
      expect(Math.abs(x)).toBeLessThan(1.03);
      expect(Math.abs(y)).toBeLessThan(1.03);
    }
    // And no smaller than it has to be.
    const most = (axis: 'x' | 'y') => Math.max(...at.map((point) => Math.abs(point[axis])));
    expect(Math.max(most('x'), most('y'))).toBeGreaterThan(0.7);
  });

  it.each(VIEWS)('%s is the same for the same question', (view) => {
    const window = { aspect: 1.5, fov };
    const again = layout(resolveSite(builtinSites.colossus!, '200k'));
    expect(station(view, again, 137_482, window)).toEqual(station(view, colossus, 137_482, window));
  });

  it('of a hall and of a rack is the one that the GPU is in', () => {
    const window = { aspect: 16 / 9, fov };
    for (const gpu of [1, 25_001, 137_482, 200_000]) {
      const hall = Math.ceil(gpu / 25_000) - 1;
      const pose = station('hall', colossus, gpu, window);
      for (const point of subjectOf('hall', colossus, hall))
        expect(Math.abs(seen(pose, point, window).x)).toBeLessThan(1.03);
    }
  });

  it('of a rack looks at its front from within the hall, with nothing that is drawn in the way', () => {
    const { racks, site } = colossus;
    const boxes = Array.from({ length: racks.count }, (_, rackIndex) => rackBox(colossus, rackIndex));
    for (const aspect of [0.46, 16 / 9])
      for (let rackIndex = 0; rackIndex < racks.count; rackIndex += 37) {
        const gpu = racks.firstGpu[rackIndex]!;
        if (racks.gpus[rackIndex] === 0) continue;
        const window = { aspect, fov };
        const pose = station('rack', colossus, gpu, window);
        const { eye } = pose;
        const south = racks.heading[rackIndex]! < 1 ? 1 : -1;
        const kind = site.rackKinds[racks.kind[rackIndex]!]!;
        const front = racks.z[rackIndex]! + (south * kind.depth) / 2;
        expect((eye[2] - front) * south).toBeGreaterThan(0.3);
        expect(eye[1]).toBeGreaterThan(racks.y[rackIndex]! + 0.2);
        const centre: Point = [racks.x[rackIndex]!, racks.y[rackIndex]! + kind.height / 2, front];
        const at = seen(pose, centre, window);
        expect(at.depth).toBeGreaterThan(0);
        expect(Math.hypot(at.x, at.y)).toBeLessThan(0.2);
        const { rect } = site.halls[racks.hall[rackIndex]! - 1]!;
        expect(eye[2]).toBeGreaterThan(rect.z0);
        expect(eye[2]).toBeLessThan(rect.z1);
        const { gap } = pose;
        const isDrawn = (other: number) =>
          !gap ||
          racks.x[other]! < gap.x0 ||
          racks.x[other]! > gap.x1 ||
          racks.z[other]! < gap.z0 ||
          racks.z[other]! > gap.z1;
        expect(isDrawn(rackIndex)).toBe(true);
        // A step of 4 % is 18 cm here, less than any rack is deep.
        for (let share = 0; share < 0.96; share += 0.04) {
          const [x, y, z] = [0, 1, 2].map((axis) => eye[axis]! + (centre[axis]! - eye[axis]!) * share);
          const within = boxes.findIndex(
            ({ x0, x1, y0, y1, z0, z1 }) => x! > x0 && x! < x1 && y! > y0 && y! < y1 && z! > z0 && z! < z1,
          );
          if (within >= 0) expect(isDrawn(within), `rack ${within} hides rack ${rackIndex}`).toBe(false);
        }
      }
  });
});

describe(`stations of other sites (seed ${seed})`, () => {
  it.each([1000, 200_000, 2_000_000])('show all of %d GPUs', (gpus) => {
    const plan = layout(resolveSite(generatedSite(gpus), 'all'));
    const window = { aspect: 16 / 9, fov };
    for (const view of ['site', 'building', 'hall'] as const) {
      const pose = station(view, plan, 0, window);
      for (const point of subjectOf(view, plan)) {
        const { x, y } = seen(pose, point, window);
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(1.03);
      }
    }
  });

  it('are finite, above the ground, and look somewhere else than where they stand', () => {
    fc.assert(
      fc.property(
        siteArbitrary,
        fc.constantFrom(...VIEWS),
        fc.double({ min: 0.3, max: 4, noNaN: true }),
        (document, view, aspect) => {
          const plan = layout(resolveSite(document, 'all'));
          const { eye, target } = station(view, plan, plan.totals.gpus > 0 ? 1 : 0, { aspect, fov });
          for (const number of [...eye, ...target]) expect(Number.isFinite(number)).toBe(true);
          expect(eye[1]).toBeGreaterThan(0.5);
          expect(Math.hypot(eye[0] - target[0], eye[1] - target[1], eye[2] - target[2])).toBeGreaterThan(0.2);
        },
      ),
      { seed, numRuns: 150 },
    );
  });
});
