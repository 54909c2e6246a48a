import type { Rect } from './site.ts';

/** A rectangle as documents give it: from west to east, from north to south; metres. */
export interface Sides {
  x: readonly [number, number];
  z: readonly [number, number];
}

/** A document's rectangle as a `Rect`; site frame, metres. */
export const rectOf = ({ x: [x0, x1], z: [z0, z1] }: Sides): Rect => ({ x0, x1, z0, z1 });

/** Whether a point of the ground lies inside a rectangle or within a margin of it, metres; points on the edge do not. */
export const isWithin = ({ x0, x1, z0, z1 }: Rect, x: number, z: number, margin = 0): boolean =>
  x > x0 - margin && x < x1 + margin && z > z0 - margin && z < z1 + margin;

/** Whether a rectangle contains another, with a tolerance in metres; edges may touch. */
export const contains = (outer: Rect, inner: Rect, slack = 0): boolean =>
  inner.x0 >= outer.x0 - slack &&
  inner.x1 <= outer.x1 + slack &&
  inner.z0 >= outer.z0 - slack &&
  inner.z1 <= outer.z1 + slack;

/** A rectangle moved east and south, metres. */
export const movedRect = ({ x0, x1, z0, z1 }: Rect, [x, z]: readonly [number, number]): Rect => ({
  x0: x0 + x,
  x1: x1 + x,
  z0: z0 + z,
  z1: z1 + z,
});

/** Corners of a rectangle as x, z, around it from the north-west. */
export const cornersOf = ({ x0, x1, z0, z1 }: Rect): readonly [x: number, z: number][] =>
  [x0, x1, x1, x0].map((x, at) => [x, at < 2 ? z0 : z1]);

/** The smallest rectangle around others. */
export function hull(rects: readonly Rect[]): Rect {
  return {
    x0: Math.min(...rects.map((rect) => rect.x0)),
    x1: Math.max(...rects.map((rect) => rect.x1)),
    z0: Math.min(...rects.map((rect) => rect.z0)),
    z1: Math.max(...rects.map((rect) => rect.z1)),
  };
}

/** A rectangle with `by` metres more on each side. */
export const grown = ({ x0, x1, z0, z1 }: Rect, by: number): Rect => ({
  x0: x0 - by,
  x1: x1 + by,
  z0: z0 - by,
  z1: z1 + by,
});
