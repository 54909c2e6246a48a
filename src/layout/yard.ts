import { curveAt, dayBetween, nextPoint } from '../model/curve.ts';
import type { Site, YardGroup } from '../model/site.ts';

/** Tolerance for rounding errors of an interpolated count. */
const TOLERANCE = 1e-9;

/**
 * When unit `unit` (1-based) of a group stands: pairs of first day and day of removal, days from day 0. The unit installed last
 * is removed first: a unit comes when the count reaches its number and goes when the count falls below it.
 */
export function unitSpans(group: Pick<YardGroup, 'counts' | 'steps'>, unit: number): [number, number][] {
  const spans: [number, number][] = [];
  let from = Number.NaN;
  let before: YardGroup['counts'][number] | undefined;
  for (const point of group.counts) {
    // The day on which the straight line from the point before reaches `count`; a step reaches it on its own date.
    const crossing = (count: number) =>
      group.steps || !before ? point.day : dayBetween(before, point, count);
    if (Number.isNaN(from) && point.count >= unit) from = crossing(unit);
    else if (!Number.isNaN(from) && point.count < unit) {
      spans.push([from, crossing(unit - 1)]);
      from = Number.NaN;
    }
    before = point;
  }
  if (!Number.isNaN(from)) spans.push([from, Number.POSITIVE_INFINITY]);
  return spans;
}

/** All units of the yard as typed arrays; a unit that is removed and comes back has two entries. */
export type YardColumns = ReturnType<typeof yardUnits>;

/** Works out where and when every unit of the yard stands. */
export function yardUnits(site: Site) {
  /** Catalogue ids, each once. */
  const item = [...new Set(site.yard.map((group) => group.item))];
  const units = site.yard.flatMap((group) => {
    const { grid, heading } = group;
    const itemIndex = item.indexOf(group.item);
    const zone = site.zones.findIndex(({ id }) => id === group.zone);
    const most = group.counts.reduce((count, point) => Math.max(count, point.count), 0);
    return Array.from({ length: Math.min(most, grid.columns * grid.rows) }, (_, at) => {
      const x = grid.x + (at % grid.columns) * grid.dx;
      const z = grid.z + Math.floor(at / grid.columns) * grid.dz;
      return unitSpans(group, at + 1).map((span) => ({ itemIndex, zone, x, z, heading, span }));
    }).flat();
  });
  return {
    count: units.length,
    item,
    /** Index into `item`, one for each unit. */
    itemIndex: Uint8Array.from(units, (unit) => unit.itemIndex),
    /** Index into the site's zones. */
    zone: Uint8Array.from(units, (unit) => unit.zone),
    /** Centre, site frame, metres. */
    x: Float32Array.from(units, (unit) => unit.x),
    z: Float32Array.from(units, (unit) => unit.z),
    /** Radians about +y. */
    heading: Float32Array.from(units, (unit) => unit.heading),
    /** Days from day 0: first day on which the unit stands, and the day on which it is removed; Infinity for never. */
    fromDay: Float64Array.from(units, ({ span }) => span[0]),
    untilDay: Float64Array.from(units, ({ span }) => span[1]),
  };
}

/** How many units of a catalogue item stand in the yard on a day; `interpolated` is true between two dated counts that differ. */
export function yardCount(site: Site, item: string, day: number): { count: number; interpolated: boolean } {
  let count = 0;
  let interpolated = false;
  for (const group of site.yard) {
    if (group.item !== item) continue;
    const next = nextPoint(group.counts, day);
    const [last, after] = [group.counts[next - 1], group.counts[next]];
    if (!last) continue;
    if (group.steps || !after || after.count === last.count || day === last.day) {
      count += last.count;
      continue;
    }
    interpolated = true;
    const line = curveAt(group.counts, day);
    count += after.count > last.count ? Math.floor(line + TOLERANCE) : Math.ceil(line - TOLERANCE);
  }
  return { count, interpolated };
}
