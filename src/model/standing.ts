import { cornersOf } from './rect.ts';
import type { Rect } from './site.ts';

/** How a site frame stands in the scene frame. */
export interface Standing {
  /** Position of its origin, x east and z south, metres. */
  readonly at: readonly [x: number, z: number];
  /** `turn`: how far it is turned clockwise, seen from above, radians. */
  readonly site: { readonly turn: number };
}

/** A vector on the ground (x, z) rotated clockwise, seen from above, by radians. */
export function rotated(turn: number, x: number, z: number): [x: number, z: number] {
  // Most sites are not turned.
  if (turn === 0) return [x, z];
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  return [c * x - s * z, s * x + c * z];
}

/** A point of the ground, from the site frame to the scene frame, metres. */
export function toScene({ at, site }: Standing, x: number, z: number): [x: number, z: number] {
  const [east, south] = rotated(site.turn, x, z);
  return [at[0] + east, at[1] + south];
}

/** A point of the ground, from the scene frame to the site frame, metres. */
export const toSite = ({ at, site }: Standing, x: number, z: number): [x: number, z: number] =>
  rotated(-site.turn, x - at[0], z - at[1]);

/** The smallest rectangle of the scene frame around one of the site frame, metres. */
export function sceneRect(standing: Standing, rect: Rect): Rect {
  const corners = cornersOf(rect).map(([x, z]) => toScene(standing, x, z));
  const [xs, zs] = [corners.map(([x]) => x), corners.map(([, z]) => z)];
  return { x0: Math.min(...xs), x1: Math.max(...xs), z0: Math.min(...zs), z1: Math.max(...zs) };
}
