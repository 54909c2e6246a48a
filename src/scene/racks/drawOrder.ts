import { type Layout, racksOfRow } from '../../layout/layout.ts';

/** The lowest index of a rack in every row; 0 for a row without racks. */
export function rowStarts(layout: Layout): Int32Array {
  return Int32Array.from({ length: layout.rows.count }, (_, row) => {
    const standing = racksOfRow(layout, row).filter((rackIndex) => rackIndex >= 0);
    return standing.length > 0 ? Math.min(...standing) : 0;
  });
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

/** Index of the first rack of every hall, and the number of its racks, which come one after another. */
export function racksOfHalls({ racks, site }: Pick<Layout, 'racks' | 'site'>): (readonly [number, number])[] {
  return site.halls.map((_, at) => {
    const own = racks.hall.subarray(0, racks.count).reduce((sum, hall) => sum + (hall === at + 1 ? 1 : 0), 0);
    return [Math.max(racks.hall.indexOf(at + 1), 0), own] as const;
  });
}
