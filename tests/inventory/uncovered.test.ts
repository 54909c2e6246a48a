import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Painter } from '../../src/inventory/things/Painter.ts';
import type { MaterialName } from '../../src/inventory/things/materials.ts';
import { type Corner, type Flat, uncovered } from '../../src/inventory/things/uncovered.ts';
import { campus, plan } from './campus.ts';

const seed = 20240901;

/** Whether a place lies in a convex shape, edges left out. */
function holds(corners: readonly Corner[], [px, pz]: Corner): boolean {
  let sides = 0;
  for (let at = 0; at < corners.length; at++) {
    const [x, z] = corners[at]!;
    const [nextX, nextZ] = corners[(at + 1) % corners.length]!;
    sides += Math.sign((nextX - x) * (pz - z) - (nextZ - z) * (px - x));
    // Outside as soon as it is on an edge, or to the left of one and to the right of another.
    if (Math.abs(sides) <= at) return false;
  }
  return true;
}

function over<Shape extends Flat>(shapes: readonly Shape[], place: Corner, day: number, y = 0): Shape[] {
  return shapes.filter(
    (shape) => shape.y === y && day >= shape.days[0] && day < shape.days[1] && holds(shape.corners, place),
  );
}

const coordinate = fc.integer({ min: -60, max: 60 });
const size = fc.integer({ min: 1, max: 80 });
const options = fc.record({
  days: fc.constantFrom<readonly [number, number]>([-1e4, 1e6], [10, 1e6], [-1e4, 20], [5, 30]),
  y: fc.constantFrom(0, 0, 0.8),
});

/** Paints a rectangle, a disc, or a rectangle of stripes, in a colour of its own. */
const brush = fc
  .tuple(fc.constantFrom('rect', 'rect', 'disc', 'stripes'), coordinate, coordinate, size, size, options)
  .map(([kind, x, z, width, depth, how]) => (painter: Painter, name: string) => {
    const material = name as MaterialName;
    const [x1, z1] = [x + width, z + depth];
    if (kind === 'disc') painter.disc(x, z, width, material, 7);
    else if (kind === 'rect') painter.rect(x, x1, z, z1, material, how);
    else
      painter.fill({ x0: x, x1, z0: z, z1 }, () => {
        for (let at = x; at < x1; at += 7)
          painter.rect(at, Math.min(at + 7, x1), z, z1, `${name}:${at}` as MaterialName);
      });
  });
/** Between the whole numbers, on which the edges lie. */
const place = fc.tuple(coordinate, coordinate).map(([x, z]): Corner => [x + 0.517, z + 0.483]);

describe(`painted ground without what lies under other paint (seed ${seed})`, () => {
  it('looks the same from above, on every day and at every height', () => {
    fc.assert(
      fc.property(
        fc.array(brush, { minLength: 1, maxLength: 9 }),
        fc.array(place, { minLength: 20, maxLength: 20 }),
        (brushes, places) => {
          const painter = new Painter();
          brushes.forEach((paint, at) => {
            paint(painter, String(at));
          });
          const left = uncovered(painter.shapes, painter.covers);
          for (const y of [0, 0.8])
            for (const day of [0, 7, 15, 25, 40])
              for (const at of places)
                expect(over(left, at, day, y).at(-1)?.material).toBe(
                  over(painter.shapes, at, day, y).at(-1)?.material,
                );
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it('lies in hardly more than one layer around Colossus, and takes few more shapes', () => {
    const { x0, x1, z0, z1 } = plan.site.edge;
    const { shapes, covers } = campus.ground;
    const left = uncovered(shapes, covers);
    const steps = 50;
    const layers = (some: readonly Flat[]) => {
      let count = 0;
      for (let at = 0; at < steps ** 2; at++) {
        const share = [((at % steps) + 0.511) / steps, (Math.floor(at / steps) + 0.487) / steps] as const;
        count += over(some, [x0 + (x1 - x0) * share[0], z0 + (z1 - z0) * share[1]], 214).length;
      }
      return count / steps ** 2;
    };
    expect(layers(shapes)).toBeGreaterThan(2);
    expect(layers(left)).toBeLessThan(1.15);
    expect(left.length).toBeLessThan(shapes.length * 2);
  });
});
