import type { Span } from '../../../state/span.ts';
import type { Milestone, Site } from '../../../model/site.ts';

/** A milestone this near to the day, in days, counts as the day's own. */
const SAME_DAY = 5e-4;

/** The next milestone of a span after a day, or the last before it. */
export function milestoneBeside(
  { milestones }: Site,
  { first, last }: Span,
  day: number,
  step: 1 | -1,
): Milestone | undefined {
  if (step > 0)
    return milestones.find((milestone) => milestone.day > day + SAME_DAY && milestone.day <= last);
  return milestones.findLast((milestone) => milestone.day >= first && milestone.day < day - SAME_DAY);
}
