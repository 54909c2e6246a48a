import type { Rect } from '../model/site.ts';

export type Point = readonly [x: number, y: number, z: number];

/** Where the camera stands and what it looks at: metres, in the frame of the campus or of the scene, as the giver says. */
export interface Pose {
  eye: Point;
  target: Point;
  /** Racks centred in this rectangle of the floor are left out of the picture, because they would stand in the way. */
  gap?: Rect;
}

/** Nearest and farthest that an eye can be to its target, metres. */
export const NEAREST = 0.05;
export const FARTHEST = 4500;
/** Metres beyond a site's edge up to which a target still belongs to it. */
const MARGIN = 60;
/** Highest target, metres above the ground: over the roofs. */
const HIGHEST_TARGET = 60;

/** Distance from the eye to the target, metres. */
export const distanceOf = ({ eye, target }: Pose): number =>
  Math.hypot(eye[0] - target[0], eye[1] - target[1], eye[2] - target[2]);

/** From one angle to another by the shorter way, radians. */
export const turnBetween = (from: number, to: number): number => {
  const by = (to - from) % (2 * Math.PI);
  return by > Math.PI ? by - 2 * Math.PI : by < -Math.PI ? by + 2 * Math.PI : by;
};

/** Six decimal numbers, at most five digits before the point and any after it. */
const POSE = /^-?\d{1,5}(\.\d+)?(,-?\d{1,5}(\.\d+)?){5}$/;

/** Reads `x,y,z,tx,ty,tz`, eye and target in metres; undefined for anything else. */
export function readPose(text: string): Pose | undefined {
  if (!POSE.test(text)) return undefined;
  const [x = 0, y = 0, z = 0, tx = 0, ty = 0, tz = 0] = text.split(',').map(Number);
  return { eye: [x, y, z], target: [tx, ty, tz] };
}

/** The same as text, to the millimetre. */
export const writePose = ({ eye, target }: Pose): string =>
  [...eye, ...target].map((metres) => String(Number(metres.toFixed(3)) + 0)).join(',');

/** Why a pose cannot be shown. */
export type PoseFault = 'far' | 'underground' | 'noDirection';

/**
 * What is wrong with a pose, or undefined. It is `far` where its target lies outside of every one of the `edges` (rectangles of
 * the sites shown, in the frame of the pose) or the eye is farther from it than a viewer can go; `underground` where eye or target lie
 * below the ground; `noDirection` where they are one point.
 */
export function faultOf(pose: Pose, edges: readonly Rect[]): PoseFault | undefined {
  const [x, y, z] = pose.target;
  const isNear = edges.some(
    ({ x0, x1, z0, z1 }) => x > x0 - MARGIN && x < x1 + MARGIN && z > z0 - MARGIN && z < z1 + MARGIN,
  );
  const distance = distanceOf(pose);
  // Also false for numbers that are not finite.
  if (!(isNear && y < HIGHEST_TARGET && distance <= FARTHEST)) return 'far';
  if (pose.eye[1] < 0 || y < 0) return 'underground';
  return distance < NEAREST ? 'noDirection' : undefined;
}

/** A pose that stands elsewhere: east and south, metres. */
export function moved({ eye, target, gap }: Pose, [x, z]: readonly [number, number]): Pose {
  const by = (point: Point): Point => [point[0] + x, point[1], point[2] + z];
  return {
    eye: by(eye),
    target: by(target),
    ...(gap && { gap: movedRect(gap, [x, z]) }),
  };
}

/** A rectangle of the ground that lies elsewhere: east and south, metres. */
export const movedRect = ({ x0, x1, z0, z1 }: Rect, [x, z]: readonly [number, number]): Rect => ({
  x0: x0 + x,
  x1: x1 + x,
  z0: z0 + z,
  z1: z1 + z,
});
