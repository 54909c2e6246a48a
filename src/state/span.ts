import type { ExperienceState } from './experience.ts';

/** The days that the slider and the play are bound by, from day 0 of the site. */
export interface Span {
  first: number;
  last: number;
}

/** The days from one wish to the other, both optional, within what is known of a site. */
export function spanWithin(lastDay: number, from = 0, to = lastDay): Span {
  const first = Math.min(from, lastDay);
  return { first, last: Math.max(first, Math.min(to, lastDay)) };
}

type Bounds = Pick<ExperienceState, 'campuses' | 'fromWish' | 'toWish'>;

/** The span of the site; all of its days by default. */
export const spanOf = ({ campuses, fromWish, toWish }: Bounds): Span =>
  spanWithin(campuses[0]!.site.lastDay, fromWish, toWish);

/** A day, moved to the nearer end if it lies outside of the span. */
export const within = ({ first, last }: Span, day: number): number => Math.min(Math.max(day, first), last);

/** The day shown by default: the day of completion, or the end of the span that is nearest to it. */
export const defaultDay = (state: Bounds): number =>
  within(spanOf(state), state.campuses[0]!.timeline.completeDay);
