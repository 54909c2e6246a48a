import type { Rect } from './site.ts';

/** Size of a parking place, and width of the lane between two rows, metres; assumed. */
export const PARKING = { width: 2.6, depth: 5.2, lane: 7 } as const;

/** Places per row, rows needed for `places`, and where each row begins (`depthOf`) and the car park ends, metres from its north edge. */
export function parkingPlan({ x0, x1 }: Rect, places: number) {
  const { width, depth, lane } = PARKING;
  const perRow = Math.max(0, Math.floor((x1 - x0 - 2 * lane) / width));
  const depthOf = (row: number) => lane + Math.floor((row + 1) / 2) * lane + row * depth;
  const rows = perRow > 0 ? Math.ceil(places / perRow) : 0;
  return { perRow, rows, depthOf, depth: depthOf(rows) + lane };
}
