/** A value of a curve on a day, counted from day 0. */
interface CurveValue {
  day: number;
  count: number;
}

/** The day on which the straight line between two values reaches `count`. */
export const dayBetween = (from: CurveValue, to: CurveValue, count: number): number =>
  from.day + ((count - from.count) / (to.count - from.count)) * (to.day - from.day);

/** Value of a curve on a day: 0 before the first point, straight lines between points, constant after the last. */
export function curveAt(points: readonly CurveValue[], day: number): number {
  const next = nextPoint(points, day);
  const last = points[next - 1];
  if (!last) return 0;
  const after = points[next];
  if (!after) return last.count;
  return last.count + ((day - last.day) / (after.day - last.day)) * (after.count - last.count);
}

/** Index of the first point after a day; the number of points when there is none. */
export function nextPoint(points: readonly CurveValue[], day: number): number {
  let next = 0;
  while (next < points.length && points[next]!.day <= day) next++;
  return next;
}

/** The first day on which a rising curve has reached `count`, or for 0 starts to rise; exact at its points, Infinity if never. */
export function dayReached(points: readonly CurveValue[], count: number): number {
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
  return dayBetween(before, point, count);
}

/** How many leading entries of an ascending array are at most `value`; binary search. */
export function reached(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
