/** What visitors can use, as it is counted. */
export const USES = [
  ...(['grow', 'tall', 'find', 'big', 'life'] as const),
  ...(['site', 'hall', 'rack', 'server', 'gpu'] as const),
  ...(['language', 'still', 'lower', 'hand'] as const),
] as const;
export type Use = (typeof USES)[number];

/**
 * Anonymous counts. What was used is counted by days, not by hours: in an hour with a single visit it would tell what one person did.
 */
export interface VisitCounts {
  /** Visits that began in an hour, by its name such as `2026-11-27T14`, local time. */
  hours: Readonly<Record<string, number>>;
  /** How often each thing was used on a day, such as `2026-11-27`. */
  days: Readonly<Record<string, Readonly<Partial<Record<Use, number>>>>>;
}

export const NO_VISITS: VisitCounts = { hours: {}, days: {} };

/** Most hours and days that are kept, the latest: more than half a year of each, under 200 kB. */
export const MOST_HOURS = 5000;
export const MOST_DAYS = 400;
const MOST_COUNT = 1_000_000;
const HOUR = /^\d{4}-\d\d-\d\dT\d\d$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const two = (number: number) => String(number).padStart(2, '0');
const dayOf = (at: Date) =>
  `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** The latest entries. Names of hours and days sort as they follow each other. */
function latest<Value>(entries: Readonly<Record<string, Value>>, most: number): Record<string, Value> {
  const names = Object.keys(entries).sort();
  return Object.fromEntries(names.slice(-most).map((name) => [name, entries[name]!]));
}

/** The counts with one more visit. */
export function withVisit({ hours, days }: VisitCounts, at: Date): VisitCounts {
  const hour = `${dayOf(at)}T${two(at.getHours())}`;
  return { hours: latest({ ...hours, [hour]: (hours[hour] ?? 0) + 1 }, MOST_HOURS), days };
}

/** The counts after something has been used once more. */
export function withUse({ hours, days }: VisitCounts, use: Use, at: Date): VisitCounts {
  const day = dayOf(at);
  const uses = { ...days[day], [use]: (days[day]?.[use] ?? 0) + 1 };
  return { hours, days: latest({ ...days, [day]: uses }, MOST_DAYS) };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= MOST_COUNT;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads kept counts; whatever cannot be used is left out. */
export function readVisits(kept: unknown): VisitCounts {
  const { hours, days } = isRecord(kept) ? kept : {};
  const pick = <Value>(from: unknown, name: RegExp, read: (value: unknown) => Value | undefined) =>
    Object.fromEntries(
      Object.entries(isRecord(from) ? from : {}).flatMap(([key, value]) => {
        const found = name.test(key) ? read(value) : undefined;
        return found === undefined ? [] : [[key, found] as const];
      }),
    );
  const uses = (value: unknown) =>
    isRecord(value)
      ? (Object.fromEntries(
          USES.flatMap((use) => (isCount(value[use]) ? [[use, value[use]]] : [])),
        ) as Partial<Record<Use, number>>)
      : undefined;
  return {
    hours: latest(
      pick(hours, HOUR, (value) => (isCount(value) ? value : undefined)),
      MOST_HOURS,
    ),
    days: latest(pick(days, DAY, uses), MOST_DAYS),
  };
}

/** The counts as a table: RFC 4180, first the visits of each hour, then the uses of each day. */
export function csvOf({ hours, days }: VisitCounts): string {
  const rows = [
    ['when', 'what', 'count'],
    ...Object.entries(hours).map(([hour, count]) => [`${hour}:00`, 'visits', count]),
    ...Object.entries(days).flatMap(([day, uses]) =>
      Object.entries(uses).map(([use, count]) => [day, use, count]),
    ),
  ];
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}
