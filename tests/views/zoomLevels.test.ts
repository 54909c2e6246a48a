import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import type { Pose } from '../../src/views/pose.ts';
import { levelDistances, partWay, poseAt, zoomBy, zoomLevelOf } from '../../src/views/zoomLevels.ts';
import { station } from '../../src/views/stations.ts';
import { VIEWS } from '../../src/views/view.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';

const seed = 20241203;
const colossus = layout(resolveSite(builtinSites.colossus!, '200k'));
const stationsFor = (gpu: number, aspect: number): Pose[] =>
  VIEWS.map((view) => station(view, colossus, gpu, { aspect, fov }));
const apart = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((each, axis) => each - b[axis]!));
const distance = ({ eye, target }: Pose) => apart(eye, target);
const same = (a: Pose, b: Pose, within: number) => {
  expect(apart(a.eye, b.eye)).toBeLessThan(within);
  expect(apart(a.target, b.target)).toBeLessThan(within);
};
const wherever = {
  gpu: fc.integer({ min: 1, max: colossus.totals.gpus }),
  aspect: fc.constantFrom(0.46, 1, 16 / 9, 3.5),
};
const level = fc.double({ min: 0, max: VIEWS.length - 1, noNaN: true });

describe(`zoom levels (seed ${seed})`, () => {
  it('comes nearer from station to station, for every window and GPU', () => {
    fc.assert(
      fc.property(wherever.gpu, wherever.aspect, (gpu, aspect) => {
        const distances = levelDistances(stationsFor(gpu, aspect));
        for (let at = 1; at < distances.length; at++) expect(distances[at]!).toBeLessThan(distances[at - 1]!);
        expect(distances[0]! / distances.at(-1)!).toBeGreaterThan(500);
      }),
      { seed, numRuns: 60 },
    );
  });

  it('passes through every station, without a jump between', () => {
    fc.assert(
      fc.property(wherever.gpu, wherever.aspect, (gpu, aspect) => {
        const stations = stationsFor(gpu, aspect);
        stations.forEach((pose, at) => {
          same(poseAt(at, stations), pose, 1e-6 * distance(pose) + 1e-9);
        });
        let before = poseAt(0, stations);
        for (let at = 0.01; at <= VIEWS.length - 1; at += 0.01) {
          const pose = poseAt(at, stations);
          // No step moves the eye by more than a tenth of its distance.
          expect(apart(pose.eye, before.eye)).toBeLessThan(distance(before) * 0.1);
          before = pose;
        }
      }),
      { seed, numRuns: 20 },
    );
  });

  it('going part of the way twice is going it once', () => {
    const stations = stationsFor(137_482, 16 / 9);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: VIEWS.length - 2 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, first, second) => {
          const [a, b] = [stations[at]!, stations[at + 1]!];
          const once = partWay(a, b, first + (1 - first) * second);
          same(partWay(partWay(a, b, first), b, second), once, 1e-6 * distance(a));
        },
      ),
      { seed },
    );
  });

  it('zooms to the same station from wherever one looks, and back', () => {
    const stations = stationsFor(25_001, 16 / 9);
    const distances = levelDistances(stations);
    const place = fc.double({ min: -300, max: 300, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(place, fc.double({ min: 1, max: 200, noNaN: true }), place),
        fc.tuple(place, place),
        (eye, [x, z]) => {
          const pose: Pose = { eye, target: [x, 0, z] };
          fc.pre(distance(pose) > 0.5);
          const here = zoomLevelOf(distance(pose), distances);
          same(zoomBy(pose, 10, stations), stations.at(-1)!, 1e-6);
          // Where one is beyond the first station there is nothing to zoom back to.
          if (here > 0) same(zoomBy(pose, -10, stations), stations[0]!, 1e-3);
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it('a step is as many levels as was asked for', () => {
    const stations = stationsFor(1, 16 / 9);
    const distances = levelDistances(stations);
    fc.assert(
      fc.property(level, fc.double({ min: -1.5, max: 1.5, noNaN: true }), (from, by) => {
        const start = poseAt(from, stations);
        const at = zoomLevelOf(distance(zoomBy(start, by, stations)), distances);
        expect(at).toBeCloseTo(Math.max(0, Math.min(VIEWS.length - 1, from + by)), 5);
      }),
      { seed },
    );
  });
});
