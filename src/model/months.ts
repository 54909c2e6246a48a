import { dateOf, dayOf } from './days.ts';

/** The day one or more calendar months after a day, or before it; the 31st becomes the last of a shorter month. */
export function monthsFrom(dayZero: string, day: number, months: number): number {
  const [year = 0, month = 1, date = 1] = dateOf(dayZero, day).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, length));
  return dayOf(dayZero, first.toISOString().slice(0, 10));
}
