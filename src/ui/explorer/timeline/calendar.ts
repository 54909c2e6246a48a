import type { Milestone, Site } from '../../../model/site.ts';

/** A milestone this near to the day, in days, counts as the day's own. */
const SAME_DAY = 5e-4;

/** The next milestone after a day, or the last before it. */
export function milestoneBeside(site: Site, day: number, step: 1 | -1): Milestone | undefined {
  if (step > 0) return site.milestones.find((milestone) => milestone.day > day + SAME_DAY);
  return site.milestones.findLast((milestone) => milestone.day >= 0 && milestone.day < day - SAME_DAY);
}
