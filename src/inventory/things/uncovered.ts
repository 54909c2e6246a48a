import { contains } from '../../model/rect.ts';
import type { Rect } from '../../model/site.ts';

/** x and z, metres. */
export type Corner = readonly [number, number];

/** A flat shape of one floor: convex, at a height, from one day to another. */
export interface Flat {
  corners: readonly Corner[];
  y: number;
  days: readonly [number, number];
}

/** A rectangle that shapes with an index of `above` or more fill from day `from` on, so that no earlier shape is visible there. */
export interface Cover extends Rect {
  y: number;
  from: number;
  above: number;
}

/** Shapes smaller than this, square metres, are not cut. */
const LEAST = 100;
/** How far a cut shape reaches under its cover, and how far its parts overlap, metres, to avoid visible cracks. */
const LAP = 0.25;
const SEAM = 0.02;

function extentOf(corners: readonly Corner[]): Rect {
  let [x0, x1, z0, z1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, z] of corners) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (z < z0) z0 = z;
    if (z > z1) z1 = z;
  }
  return { x0, x1, z0, z1 };
}

const areaOf = ({ x0, x1, z0, z1 }: Rect) => (x1 - x0) * (z1 - z0);

/** The part of a convex shape where the coordinate of an axis (0 x, 1 z) is at most `limit` (side 1) or at least `limit` (side -1). */
function clipped(corners: readonly Corner[], axis: 0 | 1, limit: number, side: 1 | -1): Corner[] {
  const left: Corner[] = [];
  corners.forEach((corner, at) => {
    const next = corners[(at + 1) % corners.length]!;
    const [here, there] = [(corner[axis] - limit) * side, (next[axis] - limit) * side];
    if (here <= 0) left.push(corner);
    if (here < 0 !== there < 0 && here !== 0 && there !== 0) {
      const share = here / (here - there);
      const between = (own: 0 | 1) => corner[own] + (next[own] - corner[own]) * share;
      left.push(axis === 0 ? [limit, between(1)] : [between(0), limit]);
    }
  });
  return left.length > 2 ? left : [];
}

/** The part of a convex shape in a rectangle; without corners if there is none. */
export function clippedTo(corners: readonly Corner[], { x0, x1, z0, z1 }: Rect): readonly Corner[] {
  if (contains({ x0, x1, z0, z1 }, extentOf(corners))) return corners;
  const across = clipped(clipped(corners, 0, x0, -1), 0, x1, 1);
  return clipped(clipped(across, 1, z0, -1), 1, z1, 1);
}

/** Cuts a cover out of a shape; the covered part stays until the day on which the cover comes. */
function under<Shape extends Flat>(shape: Shape, over: Cover): Shape[] {
  const own = extentOf(shape.corners);
  const [x0, x1, z0, z1] = [over.x0 + LAP, over.x1 - LAP, over.z0 + LAP, over.z1 - LAP];
  const across = Math.min(own.x1, x1) - Math.max(own.x0, x0);
  const along = Math.min(own.z1, z1) - Math.max(own.z0, z0);
  // Ignore the overlap that an earlier cut left.
  if (across <= 2 * SEAM || along <= 2 * SEAM) return [shape];
  const middle = clipped(clipped(shape.corners, 0, x0, -1), 0, x1, 1);
  const parts = [
    clipped(shape.corners, 0, x0 + SEAM, 1),
    clipped(shape.corners, 0, x1 - SEAM, -1),
    clipped(middle, 1, z0 + SEAM, 1),
    clipped(middle, 1, z1 - SEAM, -1),
  ].map((corners): Shape => ({ ...shape, corners }));
  const [first, last] = shape.days;
  const isThere = over.from <= first;
  if (!isThere) {
    const corners = clipped(clipped(middle, 1, z0, -1), 1, z1, 1);
    parts.push({ ...shape, corners, days: [first, Math.min(last, over.from)] });
  }
  return parts.filter(({ corners }) => corners.length > 2 && !(isThere && contains(over, extentOf(corners))));
}

/** Removes what covers hide of painted shapes, since every layer costs a software renderer time. Nothing looks different. */
export const uncovered = <Shape extends Flat>(shapes: readonly Shape[], covers: readonly Cover[]): Shape[] =>
  shapes.flatMap((shape, at) => uncoveredParts(shape, at, covers));

/** What {@link uncovered} leaves of the shape with this index. */
export function uncoveredParts<Shape extends Flat>(
  shape: Shape,
  at: number,
  covers: readonly Cover[],
): Shape[] {
  if (areaOf(extentOf(shape.corners)) < LEAST) return [shape];
  let parts = [shape];
  for (const cover of covers)
    if (cover.above > at && cover.y === shape.y) parts = parts.flatMap((part) => under(part, cover));
  return parts;
}
