const DAY_MS = 86_400_000;

/** First and last day of things that always stand: far outside any site's days, and exact in single precision. */
export const ALWAYS_FROM = -1e4;
export const ALWAYS_UNTIL = 1e6;

/** Whole days from `dayZero` (a date, or a site that has one) to `date`, both `YYYY-MM-DD`, UTC; may be negative. */
export function dayOf(dayZero: string | { dayZero: string }, date: string): number {
  const zero = typeof dayZero === 'string' ? dayZero : dayZero.dayZero;
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${zero}T00:00:00Z`)) / DAY_MS);
}

/** The ISO date, UTC, of a day counted from `dayZero`; fractions are rounded down. */
export function dateOf(dayZero: string | { dayZero: string }, day: number): string {
  const zero = typeof dayZero === 'string' ? dayZero : dayZero.dayZero;
  return new Date(Date.parse(`${zero}T00:00:00Z`) + Math.floor(day) * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the text is a date of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
