/** Share of the width for the days of the growth, where later days follow. */
const GROWTH_SHARE = 0.72;
/** The axis has a break if the later days are more than this share of the days of the growth. */
const LEAST_BREAK = 0.3;

/** Maps days to the timeline's width, linear on both sides of an optional break. */
export interface Axis {
  /** Day 0 to the last day as 0 to 1. */
  share(day: number): number;
  /** The inverse of {@link share}; values outside 0 to 1 are clamped. */
  day(share: number): number;
  lastDay: number;
  /** Where the scale changes; undefined on a straight axis. */
  split: { day: number; share: number; tighter: number } | undefined;
}

/** The axis for a growth that is complete on one day and a last milestone on another. */
export function createAxis(completeDay: number, lastDay: number): Axis {
  const end = Math.max(lastDay, 1);
  if (!(completeDay > 0) || end < completeDay * (1 + LEAST_BREAK))
    return {
      share: (day) => Math.min(Math.max(day / end, 0), 1),
      day: (share) => Math.min(Math.max(share, 0), 1) * end,
      lastDay: end,
      split: undefined,
    };
  const later = end - completeDay;
  return {
    share(day) {
      if (day <= completeDay) return (Math.max(day, 0) / completeDay) * GROWTH_SHARE;
      return GROWTH_SHARE + (Math.min(day - completeDay, later) / later) * (1 - GROWTH_SHARE);
    },
    day(share) {
      if (share <= GROWTH_SHARE) return (Math.max(share, 0) / GROWTH_SHARE) * completeDay;
      return completeDay + ((Math.min(share, 1) - GROWTH_SHARE) / (1 - GROWTH_SHARE)) * later;
    },
    lastDay: end,
    split: {
      day: completeDay,
      share: GROWTH_SHARE,
      tighter: later / (1 - GROWTH_SHARE) / (completeDay / GROWTH_SHARE),
    },
  };
}
