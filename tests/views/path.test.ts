import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { rotated } from '../../src/model/standing.ts';
import { between, type Path, pathBetween, type Waypoint } from '../../src/views/path.ts';
import { planStation } from '../../src/views/planStations.ts';
import { distanceOf, inScene, type Point, type Pose } from '../../src/views/pose.ts';
import { station } from '../../src/views/stations.ts';
import { VIEWS } from '../../src/views/view.ts';
import { around, enclosuresOf } from '../../src/views/walls.ts';
import { generatedSite, siteArbitrary } from '../fixtures/generatedSites.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';
import { isFree, meets, type World, worldOf } from '../fixtures/solids.ts';

const seed = 20241203;
const STEPS = 300;

const colossus = worldOf(builtinSites.colossus!, '200k');

/** A station of a site, for any GPU and shape of the picture. */
const stationOf = (plan: Layout) =>
  fc
    .tuple(
      fc.constantFrom(...VIEWS),
      fc.integer({ min: Math.min(1, plan.totals.gpus), max: plan.totals.gpus }),
      fc.constantFrom(0.46, 1, 16 / 9, 3.5),
    )
    .map(([view, gpu, aspect]): Pose => station(view, plan, gpu, { aspect, fov }));

/** A pose that a hand may have turned the picture to: in the open, or in the open middle of a building. */
const anyPose = ({ plan, solid }: World) => {
  const { edge } = plan.site;
  const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  return fc
    .tuple(
      fc.tuple(metres(edge.x0, edge.x1), metres(0, 9), metres(edge.z0, edge.z1)),
      fc.tuple(metres(0, 2 * Math.PI), metres(0.03, 1.5), metres(0, 6)),
    )
    .map(([target, [azimuth, elevation, doublings]]): Pose => {
      const distance = 2 ** doublings * 4;
      const away = Math.cos(elevation) * distance;
      return {
        target,
        eye: [
          target[0] + Math.sin(azimuth) * away,
          target[1] + Math.sin(elevation) * distance,
          target[2] + Math.cos(azimuth) * away,
        ],
      };
    })
    .filter(({ eye }) => isFree(eye, solid));
};

const pointsOf = (path: Path): Waypoint[] =>
  Array.from({ length: STEPS + 1 }, (_, step) => path.at(step / STEPS));

/** What an eye meets on its way along waypoints. */
const metBy = (points: readonly Waypoint[], { solid }: Pick<World, 'solid'>) =>
  points.slice(1).flatMap((point, at) => {
    const lifted = Math.min(point.roofLift, points[at]!.roofLift) > 0.95;
    return solid
      .filter((box) => !(lifted && box.cutaway === 'roof') && meets(points[at]!.eye, point.eye, box))
      .map(({ subject }) => `${subject.kind} at ${(at / STEPS).toFixed(3)}`);
  });

/** The waypoints of a path, and what an eye meets on it. */
function walk(from: Pose, to: Pose, world: World) {
  const points = pointsOf(pathBetween(from, to, world.walls));
  return { points, met: metBy(points, world) };
}

const direction = ({ eye, target }: Pose): Point => {
  const distance = distanceOf({ eye, target });
  return [0, 1, 2].map((axis) => (target[axis]! - eye[axis]!) / distance) as unknown as Point;
};
const apart = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((each, at) => each - b[at]!));

function assertClear(from: Pose, to: Pose, world: World) {
  const { points, met } = walk(from, to, world);
  expect(met).toEqual([]);
  const lowest = Math.min(from.eye[1], to.eye[1]);
  expect(Math.min(...points.map(({ eye }) => eye[1]))).toBeGreaterThanOrEqual(lowest - 1e-9);
  expect(Math.min(...points.map(({ target }) => target[1]))).toBeGreaterThanOrEqual(
    Math.min(from.target[1], to.target[1]) - 1e-9,
  );
}

/** Most of the change of size, direction and roof on one of 300 steps. */
function assertSmooth(from: Pose, to: Pose, world: World) {
  const { points } = walk(from, to, { ...world, solid: [] });
  const most = (change: (a: Waypoint, b: Waypoint) => number) =>
    Math.max(...points.slice(1).map((point, at) => Math.abs(change(points[at]!, point))));
  expect(most((a, b) => Math.log(distanceOf(b) / distanceOf(a)))).toBeLessThan(0.08);
  expect(most((a, b) => apart(direction(a), direction(b)))).toBeLessThan(0.08);
  expect(most((a, b) => apart(a.target, b.target) / distanceOf(a))).toBeLessThan(0.08);
  expect(most((a, b) => b.roofLift - a.roofLift)).toBeLessThan(0.12);
}

describe(`the way between two poses (seed ${seed})`, () => {
  it('goes through no wall and no closed roof, from any station of the built-in site to any other', () => {
    const pose = stationOf(colossus.plan);
    fc.assert(
      fc.property(pose, pose, (from, to) => assertClear(from, to, colossus)),
      { seed, numRuns: 60 },
    );
  });

  it('goes through no wall and no closed roof from wherever a hand has turned to', () => {
    fc.assert(
      fc.property(anyPose(colossus), fc.oneof(stationOf(colossus.plan), anyPose(colossus)), (from, to) =>
        assertClear(from, to, colossus),
      ),
      { seed, numRuns: 80 },
    );
  });

  it('goes through no wall and no closed roof of generated sites', () => {
    const large = worldOf(generatedSite(400_000), 'all');
    const pose = stationOf(large.plan);
    fc.assert(
      fc.property(pose, pose, (from, to) => assertClear(from, to, large)),
      { seed, numRuns: 20 },
    );
    fc.assert(
      fc.property(
        siteArbitrary
          .map((document) => worldOf(document, 'all'))
          .chain((world) => fc.tuple(fc.constant(world), stationOf(world.plan), stationOf(world.plan))),
        ([world, from, to]) => {
          // Where rows stand against a wall, the eye before a rack stands in it.
          fc.pre(isFree(from.eye, world.solid) && isFree(to.eye, world.solid));
          assertClear(from, to, world);
        },
      ),
      { seed, numRuns: 80 },
    );
  });

  it('goes through no wall from a station of one campus to any station of another beside it', () => {
    const at = [1400, 0] as const;
    const other = { site: colossus.plan.site, at };
    const away = enclosuresOf(other);
    const both: World = {
      plan: colossus.plan,
      solid: [...colossus.solid, ...colossus.solid.map((box) => ({ ...box, x: box.x + at[0] }))],
      walls: [...colossus.walls, ...away],
    };
    const pose = stationOf(colossus.plan);
    fc.assert(
      fc.property(pose, pose, (from, to) => assertClear(from, inScene(to, other), both)),
      { seed, numRuns: 40 },
    );
  });

  it('goes through no wall and no closed roof of a site that is turned', () => {
    const turns = fc.integer({ min: -360, max: 360 }).map((degrees) => (degrees * Math.PI) / 180);
    const pose = stationOf(colossus.plan);
    fc.assert(
      fc.property(pose, pose, turns, (from, to, turn) => {
        const standing = { site: { ...colossus.plan.site, turn }, at: [300, -40] as const };
        const back = { site: { turn: -turn }, at: rotated(-turn, -300, 40) };
        const path = pathBetween(inScene(from, standing), inScene(to, standing), enclosuresOf(standing));
        const points = pointsOf({ ...path, at: (t) => ({ ...path.at(t), ...inScene(path.at(t), back) }) });
        expect(metBy(points, colossus)).toEqual([]);
        expect(apart(points.at(-1)!.eye, to.eye)).toBeLessThan(1e-6);
      }),
      { seed, numRuns: 60 },
    );
  });

  it('changes size, direction and roof a little on each little step', () => {
    const pose = fc.oneof(stationOf(colossus.plan), anyPose(colossus));
    fc.assert(
      fc.property(pose, pose, (from, to) => assertSmooth(from, to, colossus)),
      { seed, numRuns: 80 },
    );
  });

  it('begins and ends exactly, and is the same way backwards', () => {
    const pose = fc.oneof(stationOf(colossus.plan), anyPose(colossus));
    fc.assert(
      fc.property(pose, pose, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, t) => {
        const { walls } = colossus;
        expect(between(from, to, 0, walls)).toEqual({ ...from, roofLift: 0 });
        expect(between(from, to, 1, walls)).toEqual({ ...to, roofLift: 0 });
        const [there, back] = [between(from, to, t, walls), between(to, from, 1 - t, walls)];
        expect(apart([...there.eye, ...there.target], [...back.eye, ...back.target])).toBeLessThan(1e-6);
        expect(there.roofLift).toBeCloseTo(back.roofLift, 6);
      }),
      { seed, numRuns: 80 },
    );
  });

  it('lifts the roof to come into a hall, has it closed at both ends, and leaves it alone outside', () => {
    const window = { aspect: 16 / 9, fov };
    const { plan, walls } = colossus;
    const [site, rack] = [station('site', plan, 0, window), station('rack', plan, 0, window)];
    expect(around(rack.eye, walls)).toHaveLength(2);
    const lifts = walk(site, rack, colossus).points.map(({ roofLift }) => roofLift);
    expect(Math.max(...lifts)).toBeGreaterThan(0.95);
    expect([lifts[1]!, lifts.at(-2)!].map(Math.round)).toEqual([0, 0]);
    const outside = walk(site, station('building', plan, 0, window), colossus).points;
    expect(outside.every(({ roofLift }) => roofLift === 0)).toBe(true);
  });

  it('stays within a hall from one of its racks to another', () => {
    const window = { aspect: 16 / 9, fov };
    const { plan, walls } = colossus;
    const [one, other] = [1000, 20_000].map((gpu) => station('rack', plan, gpu, window));
    for (const { eye } of walk(one!, other!, colossus).points) expect(around(eye, walls)).toHaveLength(2);
  });

  it('rises to go far, and no more than it has to', () => {
    const window = { aspect: 16 / 9, fov };
    const [one, other] = [1000, 190_000].map((gpu) => station('rack', colossus.plan, gpu, window));
    const highest = Math.max(...walk(one!, other!, colossus).points.map(({ eye }) => eye[1]));
    expect(highest).toBeGreaterThan(40);
    expect(highest).toBeLessThan(400);
  });

  it('of the plan goes from straight above to straight above', () => {
    const window = { aspect: 1.5, fov };
    const { plan } = colossus;
    const poses = VIEWS.flatMap((view) => [137_482].map((gpu) => planStation(view, plan, gpu, window)));
    for (const from of poses)
      for (const to of poses) {
        assertSmooth(from, to, { ...colossus, walls: [] });
        const { points } = walk(from, to, { ...colossus, walls: [], solid: [] });
        const aside = points.map(({ eye, target }) => Math.hypot(eye[0] - target[0], eye[2] - target[2]));
        expect(Math.max(...aside)).toBeLessThan(1e-9);
        expect(Math.min(...points.map(({ eye, target }) => eye[1] - target[1]))).toBeGreaterThan(0);
      }
  });
});
