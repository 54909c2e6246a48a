import type { RackColumns } from '../../layout/layout.ts';
import { isWithin } from '../../model/rect.ts';
import type { Rect } from '../../model/site.ts';
import type { Position } from '../frameState/frameState.ts';
import { BEHIND, BESIDE, MEASURED_AT, RADIUS } from '../rackRecords/nearReach.ts';

/**
 * What is looked for: how far away racks may be (metres), which way the eye looks, how wide its picture is (half its diagonal for
 * every metre ahead), and the rectangle in which racks are left out.
 */
interface Asked {
  reach: number;
  ahead: Position;
  wide: number;
  leftOut: Rect;
  /** Whether a rack, by its index, may be found. */
  isOwn(rackIndex: number): boolean;
}

/**
 * Writes the indices of the racks nearest to a point (site frame, metres) into `found`, nearest first, and -1 where there are no more
 * within reach. `apart` gets their distances; racks out of the picture count as farther away (see `reach.ts`), smoothly, so that
 * nothing jumps as the eye moves. Allocates nothing, since it runs whenever the eye has moved.
 */
export function nearest(
  racks: Pick<RackColumns, 'count' | 'x' | 'y' | 'z'>,
  at: Position,
  { reach, ahead, wide, leftOut, isOwn }: Asked,
  found: Int32Array,
  apart: Float64Array,
): number {
  found.fill(-1);
  apart.fill(reach);
  let count = 0;
  const last = found.length - 1;
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const dx = racks.x[rackIndex]! - at.x;
    const dz = racks.z[rackIndex]! - at.z;
    const dy = racks.y[rackIndex]! + MEASURED_AT - at.y;
    const square = dx * dx + dy * dy + dz * dz;
    const most = apart[last]!;
    if (square >= most * most) continue;
    const along = dx * ahead.x + dy * ahead.y + dz * ahead.z;
    const beside = Math.sqrt(Math.max(0, square - along * along)) - wide * along - RADIUS;
    const distance = Math.sqrt(square) + Math.max(0, -along) * BEHIND + Math.max(0, beside) * BESIDE;
    if (distance >= most || !isOwn(rackIndex)) continue;
    if (isWithin(leftOut, racks.x[rackIndex]!, racks.z[rackIndex]!)) continue;
    let rank = Math.min(count, last);
    while (rank > 0 && apart[rank - 1]! > distance) {
      apart[rank] = apart[rank - 1]!;
      found[rank] = found[rank - 1]!;
      rank--;
    }
    apart[rank] = distance;
    found[rank] = rackIndex;
    if (count < found.length) count++;
  }
  return count;
}
