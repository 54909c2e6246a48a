import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { pathBetween } from '../../src/views/path.ts';
import { distanceOf, type Pose } from '../../src/views/pose.ts';
import { station } from '../../src/views/stations.ts';
import { VIEWS } from '../../src/views/view.ts';
import { partWay, levelDistances, zoomLevelOf } from '../../src/views/zoomLevels.ts';
import { isWayBlocked, zoomStep } from '../../src/views/zoomStep.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';
import { meets, type World, worldOf } from '../fixtures/solids.ts';

const seed = 20241203;
/** Points at which a flight and a glide are checked. */
const STEPS = 100;
const FEW_STEPS = 3;
const colossus = worldOf(builtinSites.colossus!, '200k');
const large = worldOf(generatedSite(400_000), 'all');

const stationsOf = ({ plan }: World, gpu: number, aspect: number): Pose[] =>
  VIEWS.map((view) => station(view, plan, gpu, { aspect, fov }));

/** What an eye meets on a way of several poses; a roof counts only where it is on. */
const metOn = (poses: readonly (Pose & { roofLift?: number })[], { solid }: World, isRoofOn: boolean) =>
  poses.slice(1).flatMap((pose, at) => {
    const before = poses[at]!;
    const isOpen = !isRoofOn || Math.min(pose.roofLift ?? 0, before.roofLift ?? 0) > 0.95;
    return solid
      .filter((box) => !(isOpen && box.cutaway === 'roof') && meets(before.eye, pose.eye, box))
      .map(({ subject }) => subject.kind);
  });

/** Zooms from one end of the stations to the other by steps, each finished before the next, and tells what was met and flown. */
function zoomThrough(world: World, stations: readonly Pose[], steps: readonly number[], isRoofOn: boolean) {
  const inward = steps[0]! > 0;
  let here = stations[inward ? 0 : stations.length - 1]!;
  let flights = 0;
  const met: string[] = [];
  const end = inward ? stations.length - 1 : 0;
  const levelOf = (pose: Pose) => zoomLevelOf(distanceOf(pose), levelDistances(stations));
  for (let at = 0; Math.abs(levelOf(here) - end) > 1e-3; at++) {
    expect(at).toBeLessThan(400);
    const { pose, isBlocked } = zoomStep(
      here,
      here,
      steps[at % steps.length]!,
      stations,
      world.walls,
      isRoofOn,
    );
    const path = isBlocked ? pathBetween(here, pose, world.walls) : undefined;
    if (path) flights++;
    const count = path ? STEPS : FEW_STEPS;
    const points = Array.from({ length: count + 1 }, (_, step) =>
      path ? path.at(step / count) : partWay(here, pose, step / count),
    );
    met.push(...metOn(points, world, isRoofOn));
    here = pose;
  }
  return { met, flights };
}

const notches = fc.array(fc.double({ min: 0.02, max: 0.3, noNaN: true }), { minLength: 1, maxLength: 9 });

describe(`a zoom by steps (seed ${seed})`, () => {
  it.each([
    ['the built-in site', colossus],
    ['a generated site', large],
  ])('goes through no wall of %s, in or out, for any GPU, and arrives', (_, world) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: world.plan.totals.gpus }),
        fc.constantFrom(0.46, 1, 16 / 9, 3.5),
        notches,
        fc.boolean(),
        fc.boolean(),
        (gpu, aspect, steps, isInward, isRoofOn) => {
          const stations = stationsOf(world, gpu, aspect);
          const by = steps.map((step) => (isInward ? step : -step));
          expect(zoomThrough(world, stations, by, isRoofOn).met).toEqual([]);
        },
      ),
      { seed, numRuns: 16 },
    );
  });

  it('is a glide within a closed building, once the eye is in it', () => {
    const stations = stationsOf(colossus, 137_482, 16 / 9);
    const closed = { ...colossus, walls: colossus.walls.map((each) => ({ ...each, isClosed: true })) };
    expect(zoomThrough(closed, stations.slice(VIEWS.indexOf('aisle')), [0.12], false).flights).toBe(0);
    expect(zoomThrough(closed, stations, [0.12], false).flights).toBeGreaterThan(0);
  });

  it('flies where there is a wall or a closed roof, and only there', () => {
    const stations = stationsOf(colossus, 137_482, 16 / 9);
    const steps = [0.12];
    const open = { ...colossus, walls: [] };
    const straight = zoomThrough(open, stations, steps, true);
    expect(straight.flights).toBeLessThan(2);
    expect(straight.met).toContain('hall-wall');
    expect(metOn([stations[0]!, stations[4]!], colossus, true)).not.toEqual([]);
    const withWalls = zoomThrough(colossus, stations, steps, true).flights;
    expect(withWalls).toBeGreaterThan(0);
    expect(withWalls).toBeLessThan(6);
    expect(isWayBlocked(stations[0]!, stations[1]!, colossus.walls, true)).toBe(false);
  });
});
