import { isWithin } from '../model/rect.ts';
import type { Rect } from '../model/site.ts';
import { type Standing, toScene } from '../model/standing.ts';

export type Point = readonly [x: number, y: number, z: number];

/** Position and target of the camera, metres; in the site frame or the scene's frame, as each function says. */
export interface Pose {
  eye: Point;
  target: Point;
  /** Racks of the current campus that are centred in this rectangle of its site frame are not drawn, because they would be in the way. */
  gap?: Rect;
}

/** Least and greatest distance from eye to target, metres. */
export const NEAREST = 0.05;
export const FARTHEST = 4500;
/** Distance beyond a site's edge up to which a target is allowed, metres. */
const MARGIN = 60;
/** Greatest height of a target above the ground, metres; above all roofs. */
const HIGHEST_TARGET = 60;

/** Distance from the eye to the target, metres. */
export const distanceOf = ({ eye, target }: Pose): number =>
  Math.hypot(eye[0] - target[0], eye[1] - target[1], eye[2] - target[2]);

/** The point at a share of the straight way from one to another. */
export const pointBetween = (from: Point, to: Point, share: number): Point => {
  const at = (axis: 0 | 1 | 2) => from[axis] + (to[axis] - from[axis]) * share;
  return [at(0), at(1), at(2)];
};

/** Signed angle from one azimuth to another in the shorter direction, radians. */
export const turnBetween = (from: number, to: number): number => {
  const by = (to - from) % (2 * Math.PI);
  return by > Math.PI ? by - 2 * Math.PI : by < -Math.PI ? by + 2 * Math.PI : by;
};

/** Six decimal numbers, each with at most five digits before the point. */
const POSE = /^-?\d{1,5}(\.\d+)?(,-?\d{1,5}(\.\d+)?){5}$/;

/** Reads `x,y,z,tx,ty,tz`, eye and target in metres; undefined for anything else. */
export function readPose(text: string): Pose | undefined {
  if (!POSE.test(text)) return undefined;
  const [x = 0, y = 0, z = 0, tx = 0, ty = 0, tz = 0] = text.split(',').map(Number);
  return { eye: [x, y, z], target: [tx, ty, tz] };
}

/** A pose as `x,y,z,tx,ty,tz`, to the millimetre; the inverse of {@link readPose}. */
export const writePose = ({ eye, target }: Pose): string =>
  [...eye, ...target].map((metres) => String(Number(metres.toFixed(3)) + 0)).join(',');

/** Why a pose cannot be shown. */
type PoseFault = 'far' | 'underground' | 'noDirection';

/**
 * What is wrong with a pose, or undefined. `far`: the target lies outside all `edges` (rectangles of the shown sites, in the
 * pose's frame), or the eye is too far from it. `underground`: eye or target lies below the ground. `noDirection`: eye and target
 * are nearly the same point.
 */
export function faultOf(pose: Pose, edges: readonly Rect[]): PoseFault | undefined {
  const [x, y, z] = pose.target;
  const isNear = edges.some((edge) => isWithin(edge, x, z, MARGIN));
  const distance = distanceOf(pose);
  // Also false for numbers that are not finite.
  if (!(isNear && y < HIGHEST_TARGET && distance <= FARTHEST)) return 'far';
  if (pose.eye[1] < 0 || y < 0) return 'underground';
  return distance < NEAREST ? 'noDirection' : undefined;
}

/** A pose of the site frame in the scene frame. */
export function inScene({ eye, target, ...more }: Pose, standing: Standing): Pose {
  const place = ([x, y, z]: Point): Point => {
    const [east, south] = toScene(standing, x, z);
    return [east, y, south];
  };
  return { eye: place(eye), target: place(target), ...more };
}
