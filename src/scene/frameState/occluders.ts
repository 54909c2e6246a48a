import { type Layout, racksOfRow } from '../../layout/layout.ts';
import type { Hall, Rect } from '../../model/site.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { lampsOf } from '../rackRecords/kindRecords.ts';

/** The unbroken western part of a row of racks, which hides things behind it. Site frame, metres. */
interface Occluder extends Rect {
  hall: number;
  /** Top of its lowest rack, metres above the ground. */
  top: number;
  /** The day from which all of its racks stand. */
  day: number;
  /** Lamps on the front of its westernmost rack. */
  lamps: ReturnType<typeof lampsOf>;
  /** Radians; 0 if the fronts face south. */
  heading: number;
  /** The day from which all of its racks are in service. */
  served: number;
}

/** An occluder as seen from an eye. */
export interface SeenOccluder {
  row: Occluder;
  /** z of the side towards the eye, and of the other side. */
  near: number;
  far: number;
  /** Number of rows of lamps that are on, on the side towards the eye. */
  lampRows: number;
}

/** The unbroken western part of every row of a layout. */
export function rowOccluders(layout: Layout, timeline: Timeline): Occluder[] {
  const { rows, racks, site } = layout;
  const occluders: Occluder[] = [];
  for (let row = 0; row < rows.count; row++) {
    // Up to the first place without a rack.
    const found = [...racksOfRow(layout, row), -1];
    const standing = found.slice(0, found.indexOf(-1));
    const [first, last] = [standing[0], standing.at(-1)];
    if (first === undefined || last === undefined) continue;
    const kindOf = (rackIndex: number) => site.rackKinds[racks.kind[rackIndex]!]!;
    const latest = (days: Float64Array) => Math.max(0, ...standing.map((rackIndex) => days[rackIndex]!));
    occluders.push({
      hall: rows.hall[row]!,
      x0: racks.x[first]! - kindOf(first).width / 2,
      x1: racks.x[last]! + kindOf(last).width / 2,
      z0: rows.z0[row]!,
      z1: rows.z1[row]!,
      top: Math.min(...standing.map((rackIndex) => racks.y[rackIndex]! + kindOf(rackIndex).height)),
      day: latest(timeline.installedDay),
      lamps: lampsOf(kindOf(first)),
      heading: rows.heading[row]!,
      served: latest(timeline.inServiceDay),
    });
  }
  return occluders;
}

const touches = (a: Rect, b: Rect) => a.x0 < b.x1 && a.x1 > b.x0 && a.z0 < b.z1 && a.z1 > b.z0;

/** Of each block of a hall's rows, the nearest complete one without racks in the gap, to the north and to the south of the eye. */
export function seenOccluders(
  all: readonly Occluder[],
  hall: Hall,
  eye: { x: number; z: number },
  day: number,
  gap: Rect | undefined,
): SeenOccluder[] {
  const seen: SeenOccluder[] = [];
  for (const { x0 } of blocks(all, hall))
    for (const side of [-1, 1]) {
      let next: Occluder | undefined;
      for (const row of all) {
        if (row.hall !== hall.number || Math.abs(row.x0 - x0) > 0.1 || row.day > day) continue;
        const near = side < 0 ? row.z1 : row.z0;
        if ((near - eye.z) * side <= 0.02 || (gap && touches(row, gap))) continue;
        if (!next || (near - (side < 0 ? next.z1 : next.z0)) * side < 0) next = row;
      }
      if (!next) continue;
      // Only fronts have lamps.
      const isFront = next.heading === 0 ? side < 0 : side > 0;
      seen.push({
        row: next,
        near: side < 0 ? next.z1 : next.z0,
        far: side < 0 ? next.z0 : next.z1,
        lampRows: isFront && next.served <= day ? next.lamps.rows : 0,
      });
    }
  return seen;
}

/** One occluder of each block of a hall. */
function blocks(all: readonly Occluder[], { number }: Hall): Occluder[] {
  const found: Occluder[] = [];
  for (const row of all)
    if (row.hall === number && !found.some(({ x0 }) => Math.abs(x0 - row.x0) < 0.1)) found.push(row);
  return found;
}
