import { hallsOf } from '../../layout/parcels.ts';
import { dateOf, dayOf } from '../../model/days.ts';
import type { Campus } from '../../timeline/campus.ts';
import type { Things } from '../things/Things.ts';

/** Days on which the first and the last of what came in a period came, ISO dates. */
export interface Period {
  from: string;
  to: string;
}

/** Most periods: more colours and patterns are not told apart at a glance. */
export const MOST_PERIODS = 6;
/** No site is older; what stands from before it always stands. */
const EARLIEST = -5000;

/** Something that stands from a day on, as boxes and people or as rods and painted shapes say it; see shapes.ts. */
export interface Dated {
  from?: number | readonly number[];
  days?: readonly [number, number];
}

/** The first day of a thing, days from day 0; undefined if it always stands. */
export function firstDay({ from, days }: Dated): number | undefined {
  const first = days?.[0] ?? from;
  return typeof first === 'number' && first > EARLIEST && Number.isFinite(first)
    ? Math.floor(first)
    : undefined;
}

/** Whether a campus's document says when it grew; one that does not stands on every day. */
export const hasDates = ({ document }: Campus): boolean => document.growth !== undefined;

/** Adds a share to the amount that came on a date. */
function add(arrivals: Map<string, number>, date: string, share: number): void {
  arrivals.set(date, (arrivals.get(date) ?? 0) + share);
}

/** What came in a month up to or after a dated count: its share of all, and how many counts lie before it. */
interface Span extends Period {
  share: number;
  counts: number;
}

/**
 * The periods in which the shown campuses came, in their order, at most {@link MOST_PERIODS}: calendar months, parted after each dated
 * count of machines. While there are too many, neighbours are put together, the emptiest first, and such with a count between them
 * last. In each campus racks count as much as all else.
 */
export function periodsOf(shown: readonly { campus: Campus; things: Things }[]): Period[] {
  const arrivals = new Map<string, number>();
  const dates = new Set<string>();
  for (const { campus, things } of shown) {
    if (!hasDates(campus)) continue;
    const { dayZero, lastDay, growth } = campus.site;
    const { installedDay } = campus.timeline;
    for (const [at, { day, count }] of growth.installed.entries())
      if (count > (growth.installed[at - 1]?.count ?? 0)) dates.add(dateOf(dayZero, day));
    const own = new Set(hallsOf(campus.site).map(({ number }) => number));
    installedDay.forEach((day, rackIndex) => {
      if (day <= lastDay && own.has(campus.layout.racks.hall[rackIndex]!))
        add(arrivals, dateOf(dayZero, day), 1 / installedDay.length);
    });
    const dated: readonly Dated[] = [
      ...things.boxes,
      ...things.rods,
      ...things.ground.shapes,
      ...things.floors.shapes,
    ];
    const days = dated.map(firstDay).filter((day) => day !== undefined && day <= lastDay);
    for (const day of days) add(arrivals, dateOf(dayZero, day!), 1 / days.length);
  }
  const spans: Span[] = [];
  for (const [date, share] of [...arrivals].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const counts = [...dates].filter((each) => each < date).length;
    const last = spans.at(-1);
    if (last?.counts === counts && last.from.slice(0, 7) === date.slice(0, 7))
      Object.assign(last, { to: date, share: last.share + share });
    else spans.push({ from: date, to: date, share, counts });
  }
  while (spans.length > MOST_PERIODS) {
    const [first, ...others] = spans.slice(1).map((later, at) => ({
      at,
      weight: spans[at]!.share + later.share + (later.counts > spans[at]!.counts ? shown.length * 2 : 0),
    }));
    const { at } = others.reduce((least, each) => (each.weight < least.weight ? each : least), first!);
    const [one, other] = spans.slice(at, at + 2) as [Span, Span];
    spans.splice(at, 2, { ...other, from: one.from, share: one.share + other.share });
  }
  return spans.map(({ from, to }) => ({ from, to }));
}

/** A function from a day (days from a day 0) to the number of its period, from 0; -1 before the first. */
export function periodAt(periods: readonly Period[], dayZero: string): (day: number | undefined) => number {
  const starts = periods.map(({ from }) => dayOf(dayZero, from));
  return (day) => (day === undefined ? -1 : starts.findLastIndex((start) => start <= day));
}
