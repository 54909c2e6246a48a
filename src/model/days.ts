const DAY_MS = 86_400_000;

/** First and last day of things that always stand: far outside any site's days, and exact in single precision. */
export const ALWAYS_FROM = -1e4;
export const ALWAYS_UNTIL = 1e6;

const timeOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Whole days from `dayZero` to `date`, both `YYYY-MM-DD`, UTC; may be negative. */
export function dayOf(dayZero: string, date: string): number {
  return Math.round((timeOf(date) - timeOf(dayZero)) / DAY_MS);
}

/** The ISO date, UTC, of a day counted from `dayZero`; fractions are rounded down. */
export function dateOf(dayZero: string, day: number): string {
  return new Date(timeOf(dayZero) + Math.floor(day) * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the text is a date of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = timeOf(text);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
