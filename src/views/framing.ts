import type { Point, Pose } from './pose.ts';

/** Shape of a picture: width over height, and the vertical field of view in radians. */
export interface PictureShape {
  aspect: number;
  fov: number;
  /** Whether it is a plan, seen from straight above. */
  isFlat?: boolean;
  /** Of a plan: how far the frame of the poses is turned clockwise in it, radians; 0 by default. */
  turn?: number;
}

/** Direction to look from: compass bearing (degrees from north) and elevation above the horizon (degrees). */
interface From {
  bearing: number;
  elevation: number;
}

/** The nearest pose from a direction that centres the points and fits all of them into the share `fill` of the picture. */
export function framed(
  points: readonly Point[],
  { bearing, elevation }: From,
  { aspect, fov }: PictureShape,
  fill: number,
): Pose {
  const b = (bearing * Math.PI) / 180;
  const e = (elevation * Math.PI) / 180;
  // The camera's axes: towards it, to its right, and up.
  const back: Point = [Math.sin(b) * Math.cos(e), Math.sin(e), -Math.cos(b) * Math.cos(e)];
  const right: Point = [-Math.cos(b), 0, -Math.sin(b)];
  const up: Point = [-Math.sin(b) * Math.sin(e), Math.cos(e), Math.cos(b) * Math.sin(e)];
  const tanV = Math.tan(fov / 2) * fill;
  const tanH = Math.tan(fov / 2) * aspect * fill;
  const dot = (p: Point, q: Point) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  // In the camera's axes every point limits the eye's position: |x - ex| <= tanH (ez - z), likewise for y.
  const seen = points.map((p) => ({ x: dot(p, right), y: dot(p, up), z: dot(p, back) }));
  const most = (f: (p: { x: number; y: number; z: number }) => number) => Math.max(...seen.map(f));
  const rightmost = most((p) => p.x + tanH * p.z);
  const leftmost = most((p) => -p.x + tanH * p.z);
  const topmost = most((p) => p.y + tanV * p.z);
  const lowest = most((p) => -p.y + tanV * p.z);
  const ez = Math.max((rightmost + leftmost) / (2 * tanH), (topmost + lowest) / (2 * tanV));
  const ex = (rightmost - leftmost) / 2;
  const ey = (topmost - lowest) / 2;
  const at = (depth: number): Point => [
    right[0] * ex + up[0] * ey + back[0] * depth,
    right[1] * ex + up[1] * ey + back[1] * depth,
    right[2] * ex + up[2] * ey + back[2] * depth,
  ];
  const eye = at(ez);
  // The target is the point of the floor in the middle of the picture, so that orbiting turns around what is visible.
  const length = (eye[1] - 1) / Math.max(back[1], 0.05);
  return { eye, target: at(ez - length) };
}
