import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/scene/near/nearest.ts';
import { frontTubes, TUBES_PER_RACK } from '../../src/scene/near/rackFronts.ts';
import { PALETTE } from '../../src/scene/shading/look.ts';
import { plan } from '../scene/scene.ts';

const seed = 12;
const { racks, site } = plan;
const NOWHERE = { x0: 0, x1: 0, z0: 0, z1: 0 };

describe(`the racks nearest to the eye (seed ${seed})`, () => {
  it('are those that sorting all of them by their distance gives', () => {
    const within = fc.record({
      x: fc.double({ min: -110, max: 110, noNaN: true }),
      y: fc.double({ min: 1, max: 5, noNaN: true }),
      z: fc.double({ min: -65, max: 65, noNaN: true }),
      turn: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
    });
    fc.assert(
      fc.property(within, fc.double({ min: 1, max: 12, noNaN: true }), ({ turn, ...eye }, reach) => {
        const ahead = { x: Math.cos(turn), y: 0, z: Math.sin(turn) };
        const leftOut = { x0: eye.x, x1: eye.x + 3, z0: eye.z, z1: eye.z + 3 };
        const found = new Int32Array(12);
        const count = nearest(racks, eye, { reach, ahead, leftOut }, found, new Float64Array(12));
        const slow = Array.from({ length: racks.count }, (_, rackIndex) => {
          const [dx, dy, dz] = [
            racks.x[rackIndex]! - eye.x,
            racks.y[rackIndex]! + 1 - eye.y,
            racks.z[rackIndex]! - eye.z,
          ];
          const [x, z] = [racks.x[rackIndex]!, racks.z[rackIndex]!];
          const isOut = x > leftOut.x0 && x < leftOut.x1 && z > leftOut.z0 && z < leftOut.z1;
          const isBehind = dx * ahead.x + dz * ahead.z < -0.8;
          return { rackIndex, apart: Math.hypot(dx, dy, dz), isOut: isOut || isBehind };
        })
          .filter(({ apart, isOut }) => apart < reach && !isOut)
          .sort((a, b) => a.apart - b.apart)
          .slice(0, 12);
        expect(count).toBe(slow.length);
        // Racks at the same distance may change places.
        slow.forEach(({ apart }, at) => {
          const rackIndex = found[at]!;
          const own = Math.hypot(
            racks.x[rackIndex]! - eye.x,
            racks.y[rackIndex]! + 1 - eye.y,
            racks.z[rackIndex]! - eye.z,
          );
          expect(own).toBeCloseTo(apart, 9);
        });
        expect([...found.slice(count)].every((rackIndex) => rackIndex === -1)).toBe(true);
      }),
      { seed, numRuns: 60 },
    );
  });

  it('are none in a place without racks', () => {
    const found = new Int32Array(3);
    const ahead = { x: 1, y: 0, z: 0 };
    const eye = { x: 400, y: 2, z: 300 };
    expect(nearest(racks, eye, { reach: 9, ahead, leftOut: NOWHERE }, found, new Float64Array(3))).toBe(0);
  });
});

describe('what stands out of a rack', () => {
  it.each(site.rackKinds.map((kind) => [kind.id, kind] as const))('%s keeps to its rack', (_, kind) => {
    const tubes = frontTubes(kind, PALETTE);
    expect(tubes.length).toBeLessThanOrEqual(TUBES_PER_RACK);
    if (kind.role === 'compute') expect(tubes.length).toBeGreaterThan(kind.servers * 5);
    for (const { points, radius } of tubes)
      for (const [x, y, z] of points) {
        expect(Math.abs(x) + radius).toBeLessThanOrEqual(kind.width / 2);
        expect(y).toBeGreaterThan(-0.05);
        expect(y).toBeLessThan(kind.height);
        // No farther into the aisles than a hand: before the front, or behind the door.
        const out = z >= 0 ? z : -(kind.depth + kind.rearDoor) - z;
        expect(out).toBeGreaterThanOrEqual(0);
        expect(out).toBeLessThan(0.13);
      }
  });
});
