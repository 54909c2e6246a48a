import type { Vector4 } from 'three';
import type { Layout } from '../../layout/layout.ts';
import type { Hall, Rect } from '../../model/site.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { lampsOf } from '../racks/rackRecords.ts';
import type { SharedUniforms } from '../shading/shared.ts';

/** A row of racks as something that hides what stands behind it: its unbroken part, and the day from which it stands. */
export interface Screen {
  hall: number;
  x0: number;
  x1: number;
  z0: number;
  z1: number;
  /** Top of its lowest rack, metres above the ground. */
  top: number;
  day: number;
  /** On the fronts of the racks at its western end, and the day from which all of its racks are in service. */
  lamps: ReturnType<typeof lampsOf>;
  /** Radians; 0 where the fronts face south. */
  heading: number;
  served: number;
}

/** The unbroken western part of every row of a layout. */
export function rowScreens({ rows, rackOfPlace, racks, site }: Layout, timeline: Timeline): Screen[] {
  const screens: Screen[] = [];
  for (let row = 0; row < rows.count; row++) {
    const first = rackOfPlace[rows.placeOffset[row]!] ?? -1;
    let last = -1;
    let day = 0;
    let served = 0;
    let top = Number.POSITIVE_INFINITY;
    for (let place = 0; place < rows.places[row]!; place++) {
      const rackIndex = rackOfPlace[rows.placeOffset[row]! + place]!;
      if (rackIndex < 0) break;
      last = rackIndex;
      day = Math.max(day, timeline.installedDay[rackIndex]!);
      served = Math.max(served, timeline.inServiceDay[rackIndex]!);
      top = Math.min(top, racks.y[rackIndex]! + site.rackKinds[racks.kind[rackIndex]!]!.height);
    }
    if (last < 0) continue;
    const half = (rackIndex: number) => site.rackKinds[racks.kind[rackIndex]!]!.width / 2;
    screens.push({
      hall: rows.hall[row]!,
      x0: racks.x[first]! - half(first),
      x1: racks.x[last]! + half(last),
      z0: rows.z0[row]!,
      z1: rows.z1[row]!,
      top,
      day,
      lamps: lampsOf(site.rackKinds[racks.kind[first]!]!),
      heading: rows.heading[row]!,
      served,
    });
  }
  return screens;
}

const touches = (a: Rect, b: Rect) => a.x0 < b.x1 && a.x1 > b.x0 && a.z0 < b.z1 && a.z1 > b.z0;

/**
 * Writes the rows that hide most from an eye in a hall: in every block the next one to the north and to the south of it that
 * stands whole on the day and is not left out in part. Unused places get an empty row.
 */
export function writeScreens(
  all: readonly Screen[],
  hall: Hall,
  eye: { x: number; z: number },
  day: number,
  leftOut: Rect,
  { uScreens, uScreenFar, uScreenLamps }: Pick<SharedUniforms, 'uScreens' | 'uScreenFar' | 'uScreenLamps'>,
): void {
  const screens = uScreens.value;
  let used = 0;
  for (const { x0 } of blocks(all, hall))
    for (const side of [-1, 1]) {
      let next: Screen | undefined;
      for (const screen of all) {
        if (screen.hall !== hall.number || Math.abs(screen.x0 - x0) > 0.1 || screen.day > day) continue;
        const near = side < 0 ? screen.z1 : screen.z0;
        if ((near - eye.z) * side <= 0.02 || touches(screen, leftOut)) continue;
        if (!next || (near - (side < 0 ? next.z1 : next.z0)) * side < 0) next = screen;
      }
      if (!next || used >= screens.length) continue;
      screens[used]!.set(side < 0 ? next.z1 : next.z0, next.x0, next.x1, next.top);
      uScreenFar.value[used] = side < 0 ? next.z0 : next.z1;
      // An eye sees fronts on both sides of a cold aisle, and rears, which have no lamps, on both sides of a rear one.
      const isFront = next.heading === 0 ? side < 0 : side > 0;
      const { across, lowest, up, rows } = next.lamps;
      uScreenLamps.value[used]!.set(across, lowest, up, isFront && next.served <= day ? rows : 0);
      used++;
    }
  for (; used < screens.length; used++) screens[used]!.set(0, 1, 0, 0);
}

/** One row of each block of a hall. */
function blocks(all: readonly Screen[], { number }: Hall): Screen[] {
  const found: Screen[] = [];
  for (const screen of all)
    if (screen.hall === number && !found.some(({ x0 }) => Math.abs(x0 - screen.x0) < 0.1)) found.push(screen);
  return found;
}

/** The lines of lamps over a hall's cold aisles: z of one, metres from one to the next and above the floor, and 1 where they burn. */
export function writeStrips({ aisles, trays }: Hall, isLit: boolean, strips: Vector4): Vector4 {
  const light = trays.find(({ kind }) => kind === 'light');
  const [first, ...others] = aisles
    .filter(({ kind }) => kind === 'cold')
    .map(({ rect }) => (rect.z0 + rect.z1) / 2);
  if (!light || first === undefined) return strips.set(0, 1, 1, 0);
  const apart = others.map((z) => Math.abs(z - first)).filter((metres) => metres > 0.1);
  return strips.set(first, Math.min(...apart, 1e3), light.y, isLit ? 1 : 0);
}
