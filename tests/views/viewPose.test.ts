import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { freeWindow, shapeOf } from '../../src/views/freeWindow.ts';
import { inScene } from '../../src/views/pose.ts';
import { pose } from '../../src/views/viewPose.ts';
import { VIEWS } from '../../src/views/view.ts';
import { type Point, seenFrom, VERTICAL_FIELD as fov } from '../fixtures/projection.ts';

const seed = 20240902;
const plan = layout(resolveSite(builtinSites.colossus!, '200k'));

describe(`the pose of a view (seed ${seed})`, () => {
  it('goes along with the campus wherever that stands and however it is turned', () => {
    const metres = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...VIEWS),
        fc.integer({ min: 1, max: plan.totals.gpus }),
        fc.tuple(metres, metres),
        fc.integer({ min: -360, max: 360 }),
        (view, gpu, at, turnDeg) => {
          const shape = { aspect: 1.5, fov };
          const here = pose(view, { layout: plan, gpu }, shape);
          const site = { ...plan.site, turn: (turnDeg * Math.PI) / 180 };
          const there = pose(view, { layout: { ...plan, site }, gpu, at }, shape);
          expect(there).toEqual(inScene(here, { site, at }));
          const apart = (a: readonly number[], b: readonly number[]) =>
            Math.hypot(...a.map((each, axis) => each - b[axis]!));
          expect(apart(there.eye, there.target)).toBeCloseTo(apart(here.eye, here.target), 6);
          expect(pose(view, { layout: plan, gpu, at }, shape).target[0]).toBeCloseTo(
            here.target[0] + at[0],
            6,
          );
        },
      ),
      { seed, numRuns: 60 },
    );
  });

  // Panels beside the picture; captions above and below it; neither.
  const windows = [
    { width: 1440, height: 900, covered: { left: 0, top: 64, right: 320, bottom: 130 } },
    { width: 1080, height: 1920, covered: { left: 0, top: 700, right: 0, bottom: 240 } },
    { width: 390, height: 844, covered: { left: 0, top: 120, right: 0, bottom: 260 } },
    { width: 1920, height: 1080, covered: { left: 0, top: 0, right: 0, bottom: 0 } },
  ];
  it.each(windows)('shows its subject in the free part of $width x $height', ({ width, height, covered }) => {
    const free = freeWindow({ width, height }, covered);
    const corners = ({ x0, x1, z0, z1 }: { x0: number; x1: number; z0: number; z1: number }): Point[] =>
      [x0, x1].flatMap((x) => [z0, z1].map((z): Point => [x, 0, z]));
    const { buildings, halls } = plan.site;
    const subjects = { site: buildings, building: halls, hall: [halls[0]!] };
    for (const [view, rects] of Object.entries(subjects)) {
      const seen = pose(view as 'site', { layout: plan, gpu: 0 }, shapeOf(free, height, fov));
      const points = rects
        .flatMap(({ rect }) => corners(rect))
        .map((point) => {
          // The picture's axis is shifted to the middle of the free part.
          const { x, y } = seenFrom(seen, point, 1);
          return [free.x + (x * height) / 2, free.y - (y * height) / 2];
        });
      const along = (axis: 0 | 1) => points.map((point) => point[axis]!);
      const slack = free.width * 0.02;
      expect(Math.min(...along(0)), view).toBeGreaterThan(covered.left - slack);
      expect(Math.max(...along(0)), view).toBeLessThan(width - covered.right + slack);
      expect(Math.min(...along(1)), view).toBeGreaterThan(covered.top - slack);
      expect(Math.max(...along(1)), view).toBeLessThan(height - covered.bottom + slack);
      const filled = (Math.max(...along(0)) - Math.min(...along(0))) / free.width;
      const high = (Math.max(...along(1)) - Math.min(...along(1))) / free.height;
      expect(Math.max(filled, high), view).toBeGreaterThan(0.6);
    }
  });
});
