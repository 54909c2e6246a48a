import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, type Layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite, type Rect } from '../../src/model/site.ts';
import type { PictureShape } from '../../src/views/framing.ts';
import { distanceOf, NEAREST, type Pose } from '../../src/views/pose.ts';
import { planStation } from '../../src/views/planStations.ts';
import { levelDistances } from '../../src/views/zoomLevels.ts';
import { isWithin } from '../../src/model/rect.ts';
import { station, subjectRack } from '../../src/views/stations.ts';
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
          expect(Math.hypot(eye[0] - target[0], eye[1] - target[1], eye[2] - target[2])).toBeGreaterThan(
            NEAREST,
          );
        },
      ),
      { seed, numRuns: 150 },
    );
  });

  const someView = { aspect: fc.constantFrom(0.46, 0.75, 1, 16 / 9, 3.56), gpu: fc.nat() };
  const anyGpu = (plan: Layout, pick: number) => (plan.totals.gpus > 0 ? (pick % plan.totals.gpus) + 1 : 0);

  it('lead from each to the next nearer one', () => {
    fc.assert(
      fc.property(siteArbitrary, fc.record(someView), (document, { aspect, gpu }) => {
        const plan = layout(resolveSite(document, 'all'));
        if (plan.totals.gpus === 0) return;
        for (const of of [station, planStation]) {
          const far = VIEWS.map((view) => distanceOf(of(view, plan, anyGpu(plan, gpu), { aspect, fov })));
          expect(
            levelDistances(VIEWS.map((view) => of(view, plan, anyGpu(plan, gpu), { aspect, fov }))),
          ).toEqual(far.map((distance) => expect.closeTo(distance, 6)));
        }
      }),
      { seed, numRuns: 150 },
    );
  });

  it('of a building show its own halls, and of a site all buildings', () => {
    fc.assert(
      fc.property(siteArbitrary, fc.record(someView), (document, { aspect, gpu }) => {
        const plan = layout(resolveSite(document, 'all'));
        const { site } = plan;
        const window = { aspect, fov };
        const { hall } = subjectRack(plan, anyGpu(plan, gpu));
        const own = site.halls.filter(({ building }) => building === hall.building);
        const subjects = {
          site: site.buildings.map(({ rect }) => rect),
          building: own.map(({ rect }) => rect),
          hall: [hall.rect],
        };
        for (const view of ['site', 'building', 'hall'] as const) {
          const at = subjects[view]
            .flatMap((rect) => corners(rect, [view === 'hall' ? hall.floorY : 0, 4]))
            .map((point) => seen(station(view, plan, anyGpu(plan, gpu), window), point, window));
          for (const { x, y, depth } of at) {
            expect(depth, view).toBeGreaterThan(0);
            expect(Math.max(Math.abs(x), Math.abs(y)), view).toBeLessThan(1.03);
          }
        }
        // No farther away for the sake of other buildings.
        const alone = layout(
          resolveSite(
            {
              ...document,
              halls: document.halls.filter(({ id }) => own.some((each) => each.id === id)),
              configurations: [{ ...document.configurations[0]!, halls: own.length }],
            },
            'all',
          ),
        );
        const before = plan.site.halls.indexOf(own[0]!);
        expect(own).toEqual(plan.site.halls.slice(before, before + own.length));
        const first = plan.racks.hall.indexOf(before + 1);
        const number = anyGpu(plan, gpu);
        const inAlone = number > 0 ? number - (first < 0 ? 0 : plan.racks.firstGpu[first]! - 1) : 0;
        expect(station('building', plan, number, window)).toEqual(
          station('building', alone, inAlone, window),
        );
      }),
      { seed, numRuns: 100 },
    );
  });

  it('of an aisle, a rack, a server and a GPU are inside of the hall, with the thing in the picture and nothing before it', () => {
    fc.assert(
      fc.property(siteArbitrary, fc.record(someView), (document, { aspect, gpu }) => {
        const plan = layout(resolveSite(document, 'all'));
        if (plan.totals.gpus === 0) return;
        const { racks } = plan;
        const number = anyGpu(plan, gpu);
        const { hall, rackIndex } = subjectRack(plan, number);
        const window = { aspect, fov };
        const boxes = Array.from({ length: racks.count }, (_, index) => rackBox(plan, index));
        const own = boxes[rackIndex]!;
        const isInside = ([x, y, z]: Point) =>
          isWithin(hall.rect, x, z, -0.05) && y > 0 && y < hall.floorY + hall.height - 0.3;
        for (const view of ['aisle', 'rack', 'server', 'gpu'] as const) {
          const pose = station(view, plan, number, window);
          // A server that is drawn out of a rack close to a wall is drawn through the wall.
          if (view === 'aisle' || view === 'rack' || isInside(pose.target))
            expect(isInside(pose.eye), `${view}: ${pose.eye} in ${JSON.stringify(hall.rect)}`).toBe(true);
        }
        const rack = station('rack', plan, number, window);
        const south = racks.heading[rackIndex]! < 1 ? 1 : -1;
        const front: Point = [racks.x[rackIndex]!, (own.y0 + own.y1) / 2, south > 0 ? own.z1 : own.z0];
        const middle = seen(rack, front, window);
        expect(Math.hypot(middle.x, middle.y)).toBeLessThan(0.3);
        const room = south > 0 ? hall.rect.z1 - own.z1 : own.z0 - hall.rect.z0;
        const face = [own.x0, own.x1].flatMap((x) => [own.y0, own.y1].map((y): Point => [x, y, front[2]]));
        const reach = Math.max(
          ...face
            .map((point) => seen(rack, point, window))
            .map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))),
        );
        // As large as the picture, or larger where there is no room to step back.
        expect(reach).toBeGreaterThan(0.6);
        if (room > 5 && aspect > 0.7) expect(reach).toBeLessThan(1);
        const gap = rack.gap!;
        for (let share = 0; share < 0.97; share += 0.03) {
          const at = [0, 1, 2].map((axis) => rack.eye[axis]! + (front[axis]! - rack.eye[axis]!) * share);
          const hides = boxes.findIndex(
            ({ x0, x1, y0, y1, z0, z1 }, index) =>
              !isWithin(gap, racks.x[index]!, racks.z[index]!) &&
              isWithin({ x0, x1, z0, z1 }, at[0]!, at[2]!) &&
              at[1]! > y0 &&
              at[1]! < y1,
          );
          expect(hides, `rack ${hides} hides rack ${rackIndex}`).toBe(-1);
        }
        expect(isWithin(gap, racks.x[rackIndex]!, racks.z[rackIndex]!)).toBe(false);
        const aisle = station('aisle', plan, number, window);
        const row = hall.rows[racks.row[rackIndex]! - 1]!;
        const along = Array.from({ length: 21 }, (_, at): Point => {
          return [
            row.x0 + (row.width * at) / 20,
            hall.floorY + 1.4,
            row.heading === 0 ? row.z0 + row.depth : row.z0,
          ];
        });
        expect(
          along.some((point) => {
            const { x, y, depth } = seen(aisle, point, window);
            return depth > 0 && Math.max(Math.abs(x), Math.abs(y)) < 0.95;
          }),
          `the row from ${aisle.eye}, looking at ${aisle.target}`,
        ).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });
});
