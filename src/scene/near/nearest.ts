import type { RackColumns } from '../../layout/layout.ts';
import type { Rect } from '../../model/site.ts';

interface Place {
  x: number;
  y: number;
  z: number;
}

/** How far away racks may be, metres; which way the eye looks; and where racks are left out of the picture. */
interface Asked {
  reach: number;
  ahead: Place;
  leftOut: Rect;
}

/** A rack no farther than this behind the eye may still be seen at the picture's edge, metres. */
const BEHIND = 0.8;

/**
 * Writes the indices of the racks nearest to a place (site frame, metres) into `found`, nearest first, -1 where there are no more
 * within reach and before the eye; `apart` gets the squares of their distances. No object is made: it is asked whenever the eye has moved.
 */
export function nearest(
  racks: Pick<RackColumns, 'count' | 'x' | 'y' | 'z'>,
  at: Place,
  { reach, ahead, leftOut }: Asked,
  found: Int32Array,
  apart: Float64Array,
): number {
  found.fill(-1);
  apart.fill(reach * reach);
  let count = 0;
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const dx = racks.x[rackIndex]! - at.x;
    const dz = racks.z[rackIndex]! - at.z;
    const dy = racks.y[rackIndex]! + 1 - at.y;
    const square = dx * dx + dy * dy + dz * dz;
    if (square >= apart[found.length - 1]!) continue;
    if (dx * ahead.x + dy * ahead.y + dz * ahead.z < -BEHIND) continue;
    const { x0, x1, z0, z1 } = leftOut;
    const x = racks.x[rackIndex]!;
    const z = racks.z[rackIndex]!;
    if (x > x0 && x < x1 && z > z0 && z < z1) continue;
    let place = Math.min(count, found.length - 1);
    while (place > 0 && apart[place - 1]! > square) {
      apart[place] = apart[place - 1]!;
      found[place] = found[place - 1]!;
      place--;
    }
    apart[place] = square;
    found[place] = rackIndex;
    if (count < found.length) count++;
  }
  return count;
}
