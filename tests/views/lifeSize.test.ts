import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { FRONT_RECESS, serverPosition } from '../../src/layout/serverPlan.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { RACK_UNIT } from '../../src/model/figure.ts';
import { resolveSite } from '../../src/model/site.ts';
import { lifeSize } from '../../src/views/lifeSize.ts';
import { distanceOf } from '../../src/views/pose.ts';
import { heightOnGlass, lengthsOn } from '../../src/views/touchScreen.ts';
import { type Point, seenFrom, VERTICAL_FIELD as fov } from '../fixtures/projection.ts';

const seed = 174_1778;
const plan = layout(resolveSite(builtinSites.colossus!, '200k'));
const screens = fc.record({
  width: fc.integer({ min: 320, max: 7680 }),
  height: fc.integer({ min: 320, max: 7680 }),
  diagonal: fc.double({ min: 7, max: 200, noNaN: true }),
  mount: fc.integer({ min: 0, max: 3000 }),
});
const gpus = fc.integer({ min: 1, max: plan.totals.gpus });

/** The rack of a GPU, where it is in the site frame. */
function rackOf(gpu: number) {
  const { rackIndex, facing, from, to, y } = serverPosition(plan, gpu);
  const { racks, site } = plan;
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const [x, floor, z] = [racks.x[rackIndex]!, racks.y[rackIndex]!, racks.z[rackIndex]!];
  return { kind, x, floor, z, facing, from, to, y, front: z + (facing * kind.depth) / 2 };
}

describe(`the glass as a window (seed ${seed})`, () => {
  it('shows what lies in its plane as large as it is, and as high above the floor, on every screen', () => {
    fc.assert(
      fc.property(
        ...[screens, gpus],
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        (screen, gpu, aside, height) => {
          const { x, floor, front, facing } = rackOf(gpu);
          const { pose, view } = lifeSize(plan, gpu, screen, { fov })!;
          const glass = front - facing * FRONT_RECESS;
          const point: Point = [x + facing * aside, floor + height / 1000, glass];
          const seen = seenFrom(pose, point, screen.width / screen.height);
          const { millimetre } = lengthsOn(screen);
          expect(seen.depth).toBeGreaterThan(0);
          const across = (seen.x * 0.5 + 0.5) * view.fullWidth - view.x;
          const down = (0.5 - seen.y * 0.5) * view.fullHeight - view.y;
          expect(across).toBeCloseTo(screen.width / 2 + aside * 1000 * millimetre, 3);
          expect(down).toBeCloseTo(heightOnGlass(screen, height), 3);
        },
      ),
      { seed },
    );
  });

  it('puts the eye of a standing visitor before the glass, and closes the servers', () => {
    fc.assert(
      fc.property(screens, gpus, (screen, gpu) => {
        const { floor, front, facing } = rackOf(gpu);
        const { pose } = lifeSize(plan, gpu, screen, { fov })!;
        expect(pose.eye[1] - floor).toBeCloseTo(1.6, 6);
        expect((pose.eye[2] - front) * facing).toBeGreaterThan(0.6);
        // The line of sight is level, so that the picture's plane is that of the glass.
        expect(pose.target[1]).toBe(pose.eye[1]);
        expect(pose.target[0]).toBe(pose.eye[0]);
        expect(distanceOf(pose)).toBeGreaterThan(2);
      }),
      { seed },
    );
  });

  it('lets the plan’s front of the rack stand on the floor, too', () => {
    fc.assert(
      fc.property(screens, gpus, (screen, gpu) => {
        const { kind, z, facing } = rackOf(gpu);
        const { pose, view } = lifeSize(plan, gpu, screen, { fov, isFlat: true })!;
        const perPixel = (2 * distanceOf(pose) * Math.tan(fov / 2)) / view.fullHeight;
        expect(perPixel * 1000 * lengthsOn(screen).millimetre).toBeCloseTo(1, 9);
        const foot = z + facing * (kind.depth / 2 + 0.45) + (facing > 0 ? kind.height : 0);
        const down = (foot - pose.target[2]) / perPixel + view.fullHeight / 2 - view.y;
        expect(down).toBeCloseTo(heightOnGlass(screen, 0), 3);
      }),
      { seed },
    );
  });

  it('is about a chassis of 174 mm in an opening of 4 rack units', () => {
    const { from, to, kind, y, floor } = rackOf(1);
    expect(to - from).toBeCloseTo(4 * RACK_UNIT, 9);
    expect(plan.site.catalogue.get(kind.server!)!.figures.height!.value).toBe(174);
    expect(y - floor - from).toBeCloseTo((0.1778 - 0.174) / 2, 9);
  });
});
