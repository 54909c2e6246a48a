import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gpuPosition } from '../../src/layout/address.ts';
import { type Layout, layout } from '../../src/layout/layout.ts';
import { pick } from '../../src/layout/pick.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';
import { enterBox, rackBox } from './boxes.ts';

const seed = 3128;
const whole = layout(resolveSite(builtinSites.colossus!, '200k'));

type Vector = [number, number, number];

/** The nearest of all boxes, one by one. */
function oracle(laid: Layout, origin: Vector, direction: Vector, installed: number) {
  let distance = Number.POSITIVE_INFINITY;
  for (let rack = 0; rack < Math.min(laid.racks.count, installed); rack++)
    distance = Math.min(distance, enterBox(rackBox(laid, rack), origin, direction));
  return distance;
}

function agree(laid: Layout, origin: Vector, direction: Vector, installed: number): void {
  const slow = oracle(laid, origin, direction, installed);
  const fast = pick(laid, origin, direction, installed);
  expect(fast?.distance ?? Number.POSITIVE_INFINITY).toSatisfy(
    (distance: number) => distance === slow || Math.abs(distance - slow) < 1e-6 * Math.max(1, slow),
    `${slow} by all boxes, for a ray from ${origin} along ${direction}`,
  );
  if (!fast) return;
  expect(fast.rackIndex).toBeLessThan(installed);
  // The rack named is one that the ray enters there.
  expect(enterBox(rackBox(laid, fast.rackIndex), origin, direction)).toBeCloseTo(slow, 5);
}

/** Steps that avoid the planes of faces and directions almost along them, where rounding alone decides. */
const STEPS = 100_003;
const part = (from: number, to: number) =>
  fc.integer({ min: 0, max: STEPS - 1 }).map((step) => from + ((to - from) * (step + 0.3183)) / STEPS);
const direction = fc
  .tuple(
    fc.constantFrom(-1, 0, 1),
    fc.constantFrom(-1, 0, 1),
    fc.constantFrom(-1, 0, 1),
    part(-1, 1),
    part(-1, 1),
    part(-1, 1),
  )
  .map(([x, y, z, dx, dy, dz]): Vector => [x || dx, y || dy, z || dz])
  .filter((vector) => Math.hypot(...vector) > 1e-3);

describe(`picking (seed ${seed})`, () => {
  it('agrees with trying every box on Colossus, from far and from inside the halls', () => {
    const origin = fc.oneof(
      fc.tuple(part(-300, 300), part(-5, 200), part(-300, 300)),
      fc.tuple(part(-102, 102), part(0.9, 4), part(-58, 58)),
    );
    fc.assert(
      fc.property(origin, direction, fc.integer({ min: 0, max: 4408 }), (from, along, installed) => {
        agree(whole, from as Vector, along, installed);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('finds every GPU at its own place on the front, whatever the rack', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const laid = layout(resolveSite(document, 'all'));
        for (let gpu = 1; gpu <= laid.totals.gpus; gpu += 5) {
          const { x, y, z, nx, nz } = gpuPosition(laid, gpu);
          const found = pick(laid, [x + nx * 0.1, y, z + nz * 0.1], [-nx, 0, -nz], laid.racks.count);
          expect(found?.gpu).toBe(gpu);
        }
      }),
      { seed, numRuns: 25 },
    );
  });

  it('agrees along rays aimed at racks', () => {
    const ray = fc.tuple(
      fc.tuple(part(-400, 400), part(0, 150), part(-400, 400)),
      fc.nat(4407),
      part(0, 2.2),
    );
    fc.assert(
      fc.property(ray, ([from, rack, up]) => {
        const along: Vector = [
          whole.racks.x[rack]! - from[0],
          whole.racks.y[rack]! + up - from[1],
          whole.racks.z[rack]! - from[2],
        ];
        agree(whole, from as Vector, along, 4408);
        agree(whole, from as Vector, along, rack);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('agrees on generated sites with racks of several sizes', () => {
    fc.assert(
      fc.property(
        siteArbitrary,
        fc.array(fc.tuple(part(0, 1), part(0, 5), part(0, 1), direction), { minLength: 20, maxLength: 20 }),
        (document, rays) => {
          const laid = layout(resolveSite(document, 'all'));
          const { edge } = laid.site;
          for (const [x, y, z, along] of rays)
            agree(
              laid,
              [edge.x0 + x * (edge.x1 - edge.x0), y, edge.z0 + z * (edge.z1 - edge.z0)],
              along,
              laid.racks.count,
            );
        },
      ),
      { seed, numRuns: 60 },
    );
  });

  it('names the GPU under a ray at its cell, for every 61st of 200,000', () => {
    for (let gpu = 1; gpu <= whole.totals.gpus; gpu += 61) {
      const { x, y, z, nz } = gpuPosition(whole, gpu);
      const hit = pick(whole, [x, y, z + nz * 0.8], [0, 0, -nz], whole.racks.count);
      expect(hit?.gpu).toBe(gpu);
      expect(hit?.distance).toBeCloseTo(0.8, 4);
    }
  });

  it('names no GPU on a side, on top, on the coolant unit, or in an empty slot', () => {
    const rack = 64; // Hall 1, row 1, place 1.
    const { x, y, z } = { x: whole.racks.x[rack]!, y: whole.racks.y[rack]!, z: whole.racks.z[rack]! };
    expect(pick(whole, [x - 3, y + 1, z], [1, 0, 0], 4408)).toMatchObject({ rackIndex: rack, gpu: 0 });
    expect(pick(whole, [x, y + 5, z], [0, -1, 0], 4408)).toMatchObject({ rackIndex: rack, gpu: 0 });
    expect(pick(whole, [x, y + 0.1, z + 1], [0, 0, -1], 4408)).toMatchObject({ rackIndex: rack, gpu: 0 });
    expect(pick(whole, [x, y + 1.2, z + 1], [0, 0, -1], rack)).toBeNull();
  });

  it('looks at a few places of the 5,000 only, from 700 m and from an aisle', () => {
    let looked = 0;
    const rackOfPlace = new Proxy(whole.rackOfPlace, {
      get(places, key) {
        looked++;
        return Reflect.get(places, key);
      },
    });
    const counted = { ...whole, rackOfPlace };
    const rays = Array.from({ length: 2000 }, (_, index) =>
      gpuPosition(whole, ((index * 7_368_787) % 200_000) + 1),
    );
    for (const [from, along] of [
      [(nz: number) => [-400, 250, 500 * nz], (nz: number) => [400, -250, -500 * nz]],
      [(nz: number) => [-0.3, 0.2, 0.8 * nz], (nz: number) => [0.3, -0.2, -0.8 * nz]],
    ] as const) {
      let most = 0;
      for (const { x, y, z, nz } of rays) {
        looked = 0;
        const [right, up, out] = from(nz) as Vector;
        pick(counted, [x + right, y + up, z + out], along(nz) as Vector, 4408);
        most = Math.max(most, looked);
      }
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThan(whole.rackOfPlace.length / 50);
    }
  });
});
