import type { Layout } from '../../layout/layout.ts';

/** Index of the first rack of every row; for a row without racks, that of the next row. */
export function rowStarts({ rows, rackOfPlace, racks }: Layout): Int32Array {
  const starts = new Int32Array(rows.count);
  for (let row = 0; row < rows.count; row++) {
    let first = racks.count;
    const from = rows.placeOffset[row]!;
    for (let place = from; place < from + rows.places[row]!; place++) {
      const rackIndex = rackOfPlace[place]!;
      if (rackIndex >= 0 && rackIndex < first) first = rackIndex;
    }
    starts[row] = first < racks.count ? first : 0;
  }
  return starts;
}

/**
 * Index of the rack to draw first: the first of the nearest or the second nearest row, whichever is lower. Rows after it are drawn next,
 * rows before it last, so that most near racks are drawn before those that they hide.
 */
export function firstRack({ rows }: Layout, starts: Int32Array, { x, z }: { x: number; z: number }): number {
  let [nearest, second] = [-1, -1];
  let [least, next] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let row = 0; row < rows.count; row++) {
    const dx = Math.max(rows.x0[row]! - x, 0, x - rows.x1[row]!);
    const dz = Math.max(rows.z0[row]! - z, 0, z - rows.z1[row]!);
    const apart = dx * dx + dz * dz;
    if (apart < least) {
      [second, next] = [nearest, least];
      [nearest, least] = [row, apart];
    } else if (apart < next) [second, next] = [row, apart];
  }
  if (nearest < 0) return 0;
  return second < 0 ? starts[nearest]! : Math.min(starts[nearest]!, starts[second]!);
}
