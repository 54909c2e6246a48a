import { yardCount } from '../../layout/yard.ts';
import { dateOf, dayOf } from '../../model/days.ts';
import type { NamedFigure } from '../../model/figure.ts';
import { restingOn } from '../../model/grades.ts';
import type { Site } from '../../model/site.ts';
import { COMPUTED, evidenceOf } from './evidence.ts';

interface DatedUnits extends NamedFigure {
  /** Days from day 0. */
  day: number;
}

/** Every dated count of an item in the yard, one list for each group of its units. */
function datedUnits(site: Site, item: string): DatedUnits[][] {
  const { dayZero, document } = site;
  const groups = (document.units ?? []).filter((group) => group.item === item);
  return groups.map(({ counts }, index) =>
    counts.map(({ date, count, low, high, ...evidence }) => ({
      id: `units.${item}.${index > 0 ? `${index + 1}.` : ''}${date}`,
      ...{ name: 'units', value: count, unit: 'count', about: `catalogue/${item}` },
      ...evidenceOf(site, { asOf: date, ...evidence }),
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
      day: dayOf(dayZero, date),
    })),
  );
}

/** Every dated count of an item in the yard. */
export const unitFigures = (site: Site, item: string): NamedFigure[] =>
  datedUnits(site, item)
    .flat()
    .map(({ day: _, ...figure }) => figure);

/** The number of units of an item in the yard on a day: a dated count with its evidence, else derived from dated ones; empty for none. */
export function unitsOn(site: Site, item: string, day: number): NamedFigure[] {
  const groups = datedUnits(site, item);
  if (groups.length === 0) return [];
  const { count, interpolated } = yardCount(site, item, day);
  const used = groups.flatMap((points) => {
    const next = points.findIndex((point) => point.day > day);
    const last = points[(next < 0 ? points.length : next) - 1];
    return last ? [last, ...(interpolated && next >= 0 ? [points[next]!] : [])] : points.slice(0, 1);
  });
  const figure = {
    id: `units.${item}`,
    name: 'units',
    value: count,
    unit: 'count',
    about: `catalogue/${item}`,
  };
  const [only] = used;
  if (only && used.length === 1 && only.value === count) {
    const { day: _, ...given } = only;
    return [{ ...given, ...figure }];
  }
  const from = used.map(({ id }) => id);
  return [
    { ...figure, ...COMPUTED, ...restingOn(COMPUTED.grade, used), asOf: dateOf(site.dayZero, day), from },
  ];
}
