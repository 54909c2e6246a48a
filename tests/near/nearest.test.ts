import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/scene/near/nearest.ts';
import { BEHIND, BESIDE, MEASURED_AT, RADIUS } from '../../src/scene/rackRecords/nearReach.ts';
import { plan } from '../scene/scene.ts';

const seed = 12;
const { racks } = plan;
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
        const distances = new Float64Array(12);
        const wide = 0.6;
        const count = nearest(
          racks,
          eye,
          { reach, ahead, wide, leftOut, isOwn: () => true },
          found,
          distances,
        );
        const apartOf = (rackIndex: number) => {
          const [dx, dy, dz] = [
            racks.x[rackIndex]! - eye.x,
            racks.y[rackIndex]! + MEASURED_AT - eye.y,
            racks.z[rackIndex]! - eye.z,
          ];
          const along = dx * ahead.x + dz * ahead.z;
          const aside = Math.hypot(dx - along * ahead.x, dy, dz - along * ahead.z);
          const beyond = Math.max(0, aside - along * wide - RADIUS);
          return Math.hypot(dx, dy, dz) + BEHIND * Math.max(0, -along) + BESIDE * beyond;
        };
        const isOut = (x: number, z: number) =>
          x > leftOut.x0 && x < leftOut.x1 && z > leftOut.z0 && z < leftOut.z1;
        const slow = Array.from({ length: racks.count }, (_, rackIndex) => rackIndex)
          .filter((rackIndex) => !isOut(racks.x[rackIndex]!, racks.z[rackIndex]!))
          .map(apartOf)
          .filter((apart) => apart < reach)
          .sort((a, b) => a - b)
          .slice(0, 12);
        expect(count).toBe(slow.length);
        // Racks at the same distance may change places.
        slow.forEach((apart, at) => {
          expect(apartOf(found[at]!)).toBeCloseTo(apart, 9);
          expect(distances[at]).toBeCloseTo(apart, 9);
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
    expect(
      nearest(
        racks,
        eye,
        { reach: 9, ahead, wide: 0.6, leftOut: NOWHERE, isOwn: () => true },
        found,
        new Float64Array(3),
      ),
    ).toBe(0);
  });
});
