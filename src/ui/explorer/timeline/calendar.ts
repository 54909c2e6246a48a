import { dateOf, dayOf } from '../../../model/days.ts';
import type { Milestone, Site } from '../../../model/site.ts';

/** The day one calendar month after (or before) a day; the 31st becomes the last of a shorter month. */
export function monthsFrom(dayZero: string, day: number, months: number): number {
  const [year = 0, month = 1, date = 1] = dateOf(dayZero, day).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, length));
  return dayOf(dayZero, first.toISOString().slice(0, 10));
}

/** A milestone this near to the day, in days, counts as the day's own. */
const SAME_DAY = 5e-4;

/** The next milestone after a day, or the last before it. */
export function milestoneBeside(site: Site, day: number, step: 1 | -1): Milestone | undefined {
  if (step > 0) return site.milestones.find((milestone) => milestone.day > day + SAME_DAY);
  return site.milestones.findLast((milestone) => milestone.day >= 0 && milestone.day < day - SAME_DAY);
}
