import type { Rect } from './site.ts';

/** A marked place for a car, and the lane between two rows of them, metres; assumed. */
export const PARKING = { width: 2.6, depth: 5.2, lane: 7 } as const;

/** How many places a car park has in a row, how many rows it takes for all of them, and where each begins, metres from its north. */
export function parkingPlan({ x0, x1 }: Rect, places: number) {
  const { width, depth, lane } = PARKING;
  const perRow = Math.max(0, Math.floor((x1 - x0 - 2 * lane) / width));
  const depthOf = (row: number) => lane + Math.floor((row + 1) / 2) * lane + row * depth;
  const rows = perRow > 0 ? Math.ceil(places / perRow) : 0;
  return { perRow, rows, depthOf, depth: depthOf(rows) + lane };
}
