/** Share of the width for the days of the growth, where later days follow. */
const GROWTH_SHARE = 0.72;
/** The axis has a break if the later days are more than this share of the days of the growth. */
const LEAST_BREAK = 0.3;

/** Maps days to the timeline's width, linear on both sides of an optional break. */
export interface Axis {
  /** The first day to the last day as 0 to 1. */
  share(day: number): number;
  /** The inverse of {@link share}; values outside 0 to 1 are clamped. */
  day(share: number): number;
  firstDay: number;
  lastDay: number;
  /** Where the scale changes; undefined on a straight axis. */
  split: { day: number; share: number; tighter: number } | undefined;
}

/** The axis from a first to a last day, for a growth that is complete on a day between or outside of them. */
export function createAxis(completeDay: number, lastDay: number, firstDay = 0): Axis {
  const length = Math.max(lastDay - firstDay, 1);
  const grown = completeDay - firstDay;
  const ends = { firstDay, lastDay: firstDay + length };
  if (!(grown > 0) || length < grown * (1 + LEAST_BREAK))
    return {
      share: (day) => Math.min(Math.max((day - firstDay) / length, 0), 1),
      day: (share) => firstDay + Math.min(Math.max(share, 0), 1) * length,
      ...ends,
      split: undefined,
    };
  const later = length - grown;
  return {
    share(day) {
      if (day <= completeDay) return (Math.max(day - firstDay, 0) / grown) * GROWTH_SHARE;
      return GROWTH_SHARE + (Math.min(day - completeDay, later) / later) * (1 - GROWTH_SHARE);
    },
    day(share) {
      if (share <= GROWTH_SHARE) return firstDay + (Math.max(share, 0) / GROWTH_SHARE) * grown;
      return completeDay + ((Math.min(share, 1) - GROWTH_SHARE) / (1 - GROWTH_SHARE)) * later;
    },
    ...ends,
    split: {
      day: completeDay,
      share: GROWTH_SHARE,
      tighter: later / (1 - GROWTH_SHARE) / (grown / GROWTH_SHARE),
    },
  };
}
