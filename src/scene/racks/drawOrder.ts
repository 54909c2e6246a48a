import type { Layout } from '../../layout/layout.ts';

/** Index of the first rack of every row, or of the row after it where it has none. */
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
 * Index of the rack to draw first: that of the row nearest to the eye or of the second nearest, whichever is lower. Rows are drawn from
 * there on, away from the eye, and those before it last, so that near racks hide far ones before those are shaded.
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
