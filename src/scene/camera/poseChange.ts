import { Vector3 } from 'three';
import { distanceOf, type Pose } from '../../views/pose.ts';

/** Least turn, radians, and least move, share of the distance, by which a drag leaves a station. */
const TURNED = 0.07;
const MOVED = 0.04;

/** Whether two poses differ by more than `TURNED` or `MOVED`. */
export function hasTurned(from: Pose, to: Pose): boolean {
  const [a, b] = [from, to].map(({ eye, target }) => new Vector3(...eye).sub(new Vector3(...target)));
  const way = new Vector3(...from.target).distanceTo(new Vector3(...to.target));
  return a!.angleTo(b!) > TURNED || way > a!.length() * MOVED;
}

/** Whether the eyes of two poses are so close that no difference is visible. */
export function isNear(pose: Pose, { eye: [x, y, z] }: Pose): boolean {
  const distance = distanceOf(pose);
  const apart = Math.hypot(pose.eye[0] - x, pose.eye[1] - y, pose.eye[2] - z);
  return apart < Math.min(0.05, distance * 0.02) + distance * 1e-3;
}
