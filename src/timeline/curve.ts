import type { GrowthPoint } from '../model/site.ts';

/** Value of a curve on a day: 0 before the first point, straight lines between points, constant after the last. */
export function curveAt(points: readonly GrowthPoint[], day: number): number {
  const next = nextPoint(points, day);
  const last = points[next - 1];
  if (!last) return 0;
  const after = points[next];
  if (!after) return last.count;
  return last.count + ((day - last.day) / (after.day - last.day)) * (after.count - last.count);
}

/** Index of the first point after a day; the number of points when there is none. */
export function nextPoint(points: readonly GrowthPoint[], day: number): number {
  let next = 0;
  while (next < points.length && points[next]!.day <= day) next++;
  return next;
}

/**
 * The first day on which a curve has reached `count`, exact at its points; Infinity if it never does. For 0 it is the day on
 * which the curve starts to rise. Binary search: counts never fall.
 */
export function dayReached(points: readonly GrowthPoint[], count: number): number {
  if (count <= 0) {
    const rises = points.findIndex((point) => point.count > 0);
    return (points[rises - 1] ?? points[0])?.day ?? Number.POSITIVE_INFINITY;
  }
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.count < count) low = middle + 1;
    else high = middle;
  }
  const point = points[low];
  if (!point) return Number.POSITIVE_INFINITY;
  const before = points[low - 1];
  if (!before || before.day === point.day) return point.day;
  return before.day + ((count - before.count) / (point.count - before.count)) * (point.day - before.day);
}

/** How many leading entries of ascending `days` are at or before `day`; binary search. */
export function reached(days: Float64Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
