import type { Site, YardGroup } from '../model/site.ts';

/** All units of the yard as typed arrays; a unit that is removed and comes back has two entries. */
export interface YardColumns {
  count: number;
  /** Catalogue ids, each once. */
  item: string[];
  /** Index into `item`, one for each unit. */
  itemIndex: Uint8Array;
  /** Index into the site's zones. */
  zone: Uint8Array;
  /** Centre, site frame, metres. */
  x: Float32Array;
  z: Float32Array;
  /** Radians about +y. */
  heading: Float32Array;
  /** Days from day 0: first day on which the unit stands, and the day on which it is removed; Infinity for never. */
  fromDay: Float64Array;
  untilDay: Float64Array;
}

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
      group.steps || !before
        ? point.day
        : before.day + ((count - before.count) / (point.count - before.count)) * (point.day - before.day);
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

/** Works out where and when every unit of the yard stands. */
export function yardUnits(site: Site): YardColumns {
  const item = [...new Set(site.yard.map((group) => group.item))];
  const units: {
    itemIndex: number;
    zone: number;
    x: number;
    z: number;
    heading: number;
    span: [number, number];
  }[] = [];
  for (const group of site.yard) {
    const { grid, heading } = group;
    const itemIndex = item.indexOf(group.item);
    const zone = site.zones.findIndex(({ id }) => id === group.zone);
    const most = group.counts.reduce((count, point) => Math.max(count, point.count), 0);
    for (let unit = 1; unit <= Math.min(most, grid.columns * grid.rows); unit++) {
      const x = grid.x + ((unit - 1) % grid.columns) * grid.dx;
      const z = grid.z + Math.floor((unit - 1) / grid.columns) * grid.dz;
      for (const span of unitSpans(group, unit)) units.push({ itemIndex, zone, x, z, heading, span });
    }
  }
  return {
    count: units.length,
    item,
    itemIndex: Uint8Array.from(units, (unit) => unit.itemIndex),
    zone: Uint8Array.from(units, (unit) => unit.zone),
    x: Float32Array.from(units, (unit) => unit.x),
    z: Float32Array.from(units, (unit) => unit.z),
    heading: Float32Array.from(units, (unit) => unit.heading),
    fromDay: Float64Array.from(units, ({ span }) => span[0]),
    untilDay: Float64Array.from(units, ({ span }) => span[1]),
  };
}

/**
 * How many units of a catalogue item stand in the yard on a day; `interpolated` is true between two dated counts that differ.
 */
export function yardCount(site: Site, item: string, day: number): { count: number; interpolated: boolean } {
  let count = 0;
  let interpolated = false;
  for (const group of site.yard) {
    if (group.item !== item) continue;
    const next = group.counts.findIndex((point) => point.day > day);
    const last = group.counts[next < 0 ? group.counts.length - 1 : next - 1];
    const after = next < 0 ? undefined : group.counts[next];
    if (!last) continue;
    if (group.steps || !after || after.count === last.count || day === last.day) {
      count += last.count;
      continue;
    }
    interpolated = true;
    const line = last.count + ((day - last.day) / (after.day - last.day)) * (after.count - last.count);
    count += after.count > last.count ? Math.floor(line + TOLERANCE) : Math.ceil(line - TOLERANCE);
  }
  return { count, interpolated };
}
