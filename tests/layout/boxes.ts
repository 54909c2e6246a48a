import type { Layout } from '../../src/layout/layout.ts';

/** Nothing may overlap by more than this. */
export const MILLIMETRE = 0.001;

export interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  z0: number;
  z1: number;
}

/** A rack's frame with its rear door, site frame, metres: the plain reading of the columns. */
export function rackBox({ racks, site }: Layout, rackIndex: number): Box {
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const south = racks.heading[rackIndex]! < 1;
  const z = racks.z[rackIndex]!;
  return {
    x0: racks.x[rackIndex]! - kind.width / 2,
    x1: racks.x[rackIndex]! + kind.width / 2,
    y0: racks.y[rackIndex]!,
    y1: racks.y[rackIndex]! + kind.height,
    z0: z - kind.depth / 2 - (south ? kind.rearDoor : 0),
    z1: z + kind.depth / 2 + (south ? 0 : kind.rearDoor),
  };
}

export function overlaps(a: Box, b: Box): boolean {
  return (
    Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > MILLIMETRE &&
    Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > MILLIMETRE &&
    Math.min(a.z1, b.z1) - Math.max(a.z0, b.z0) > MILLIMETRE
  );
}

/** Where a ray enters a box ahead of its origin, by the slow and obvious way: try every face. */
export function enterBox(box: Box, origin: readonly number[], direction: readonly number[]): number {
  const low = [box.x0, box.y0, box.z0];
  const high = [box.x1, box.y1, box.z1];
  if (origin.every((part, axis) => part >= low[axis]! && part <= high[axis]!)) return 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (let axis = 0; axis < 3; axis++)
    for (const face of [low[axis]!, high[axis]!]) {
      const distance = (face - origin[axis]!) / direction[axis]!;
      if (!(distance >= 0 && distance < nearest)) continue;
      const on = [0, 1, 2].every((other) => {
        if (other === axis) return true;
        const at = origin[other]! + direction[other]! * distance;
        return at >= low[other]! && at <= high[other]!;
      });
      if (on) nearest = distance;
    }
  return nearest;
}
