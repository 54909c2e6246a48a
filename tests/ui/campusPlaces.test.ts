import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import { toScene } from '../../src/model/standing.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { campusPlaces } from '../../src/ui/campusPlaces.ts';
import { siteRect } from '../../src/views/stations.ts';

const seed = 4171;
const colossus = makeCampus({ id: 'colossus', document: builtinSites.colossus! });
const frontier = makeCampus({ id: 'frontier', document: await comparedSites.frontier!.load() });
const SIZE = { width: 180, height: 38 };
const free = { left: 0, right: 1280, top: 0, bottom: 600 };

describe(`labels over the plan (seed ${seed})`, () => {
  it('leave room for the dimensions around the buildings, which other looks have not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 300, max: 700, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 0.2, max: 0.4, noNaN: true }),
        (east, south, scale) => {
          const campuses = [colossus, { ...frontier, at: [east, south] as const }];
          // Straight from above, Colossus in the middle of the left half.
          const project = (x: number, _y: number, z: number) => ({ x: 400 + x * scale, y: 300 + z * scale });
          const apart = (look: 'plan' | 'model') =>
            campusPlaces(
              { project, zoomLevel: 0 },
              { campuses, campusIndex: 0, look },
              [SIZE, SIZE],
              free,
            ).map((place, index) => {
              const campus = campuses[index]!;
              const { x0, x1, z0, z1 } = siteRect(campus.layout);
              const [low, high] = [toScene(campus, x0, z0), toScene(campus, x1, z1)];
              const [a, b] = [project(low[0], 0, low[1]), project(high[0], 0, high[1])];
              const { left, top } = place!;
              return {
                across: Math.max(a.x - left - SIZE.width, left - b.x),
                down: Math.max(a.y - top - SIZE.height, top - b.y),
              };
            });
          for (const { across, down } of apart('plan')) expect(across > 70 || down > 35).toBe(true);
          for (const { across, down } of apart('model')) expect(across < 5 && down < 5).toBe(true);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});
