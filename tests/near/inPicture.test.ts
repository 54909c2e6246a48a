import fc from 'fast-check';
import { Frustum, Matrix4, PerspectiveCamera } from 'three';
import { describe, expect, it } from 'vitest';
import { keepSeen } from '../../src/scene/near/inPicture.ts';
import { nearest } from '../../src/scene/near/nearest.ts';
import { type Point, seenFrom, VERTICAL_FIELD } from '../fixtures/projection.ts';
import { rackBox } from '../layout/boxes.ts';
import { plan } from '../scene/scene.ts';

const seed = 31;
const { racks } = plan;
const ASPECT = 16 / 9;
const MOST = 16;

function pictureFrom(eye: Point, target: Point): Frustum {
  const camera = new PerspectiveCamera((VERTICAL_FIELD * 180) / Math.PI, ASPECT, 0.01, 100);
  camera.position.set(...eye);
  camera.lookAt(...target);
  camera.updateMatrixWorld();
  return new Frustum().setFromProjectionMatrix(
    new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse),
  );
}

/** Whether the picture shows a corner of a rack. */
function isSeen(eye: Point, target: Point, rackIndex: number): boolean {
  const { x0, x1, y0, y1, z0, z1 } = rackBox(plan, rackIndex);
  const corners = [x0, x1].flatMap((x) => [y0, y1].flatMap((y) => [z0, z1].map((z): Point => [x, y, z])));
  return corners.some((corner) => {
    const { x, y, depth } = seenFrom({ eye, target }, corner, ASPECT);
    return depth > 0.01 && Math.abs(x) < 1 && Math.abs(y) < 1;
  });
}

const eyes = fc.record({
  rackIndex: fc.nat(racks.count - 1),
  dx: fc.double({ min: -4, max: 4, noNaN: true }),
  dz: fc.double({ min: -4, max: 4, noNaN: true }),
  y: fc.double({ min: 1.2, max: 4, noNaN: true }),
  turn: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
  down: fc.double({ min: -1.2, max: 0.4, noNaN: true }),
});

describe(`near racks in the picture (seed ${seed})`, () => {
  it('are all of which it shows a corner, in the same order, and few others', () => {
    let [all, kept] = [0, 0];
    fc.assert(
      fc.property(eyes, ({ rackIndex, dx, dz, y, turn, down }) => {
        const ahead: Point = [
          Math.cos(turn) * Math.cos(down),
          Math.sin(down),
          Math.sin(turn) * Math.cos(down),
        ];
        const eye: Point = [racks.x[rackIndex]! + dx, y, racks.z[rackIndex]! + dz];
        const target: Point = [eye[0] + ahead[0], eye[1] + ahead[1], eye[2] + ahead[2]];
        const found = new Int32Array(MOST);
        const asked = {
          reach: 9,
          ahead: { x: ahead[0], y: ahead[1], z: ahead[2] },
          // Whichever way it looks: racks behind the eye are there to be left out.
          wide: 1e3,
          leftOut: { x0: 0, x1: 0, z0: 0, z1: 0 },
          isOwn: () => true,
        };
        const count = nearest(
          racks,
          { x: eye[0], y: eye[1], z: eye[2] },
          asked,
          found,
          new Float64Array(MOST),
        );
        const before = [...found.slice(0, count)];
        const seen = keepSeen(plan, pictureFrom(eye, target), found, count);
        const after = [...found.slice(0, seen)];
        expect(after).toEqual(before.filter((each) => after.includes(each)));
        expect([...found.slice(seen)].every((each) => each === -1)).toBe(true);
        for (const each of before)
          if (isSeen(eye, target, each)) expect(after, `rack ${each}`).toContain(each);
        all += count;
        kept += seen;
      }),
      { seed, numRuns: 300 },
    );
    expect(kept).toBeLessThan(all * 0.8);
  });
});
