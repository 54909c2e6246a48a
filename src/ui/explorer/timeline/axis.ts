/** Share of the width that the growth gets where later years follow it. */
const GROWTH_SHARE = 0.72;
/** Later days that add less than this to the growth need no break. */
const LEAST_BREAK = 0.3;

/** Days along the timeline's width. Straight on both sides of the break, so that growth has room and the later years have a place. */
export interface Axis {
  /** Day 0 to the last day as 0 to 1. */
  share(day: number): number;
  /** The inverse of {@link share}; outside of 0 to 1 the nearest end. */
  day(share: number): number;
  lastDay: number;
  /** Where the scale changes; undefined on a straight axis. */
  split: { day: number; share: number; tighter: number } | undefined;
}

/** The axis of a growth that is complete on one day and a site whose last milestone is on another. */
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
