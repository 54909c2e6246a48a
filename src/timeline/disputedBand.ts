import { curveAt } from '../model/curve.ts';
import type { Curve, Site } from '../model/site.ts';

/** What two accounts say of one day: how many machines documented power could feed, and how many are announced as in service. */
export interface Disputed {
  /** Days from day 0. */
  day: number;
  /** Documented power, or the announced count where that is less. */
  low: number;
  high: number;
  /** Nothing is documented for this day any more; the last figure is held. */
  isHeld: boolean;
}

/** Two accounts of one site: the one that counts from its power, and the one that is shown by default. */
export function disputedAccounts({ growth, defaultCurve }: Site): [fed: Curve, announced: Curve] | undefined {
  const fed = growth.curves.find(({ facilityWattsPerGpu }) => facilityWattsPerGpu !== undefined);
  const announced = growth.curves.find(({ id }) => id === defaultCurve);
  return fed && announced && fed !== announced ? [fed, announced] : undefined;
}

/** A curve's count just before a day, which differs from that on the day where the curve steps. */
function before({ points }: Curve, day: number): number {
  const first = points.findIndex((point) => point.day === day);
  return first < 0 ? curveAt(points, day) : first === 0 ? 0 : points[first]!.count;
}

/**
 * The band between what documented power could feed and what is announced, over a range of days: one list for each time in which more is
 * announced than could be fed, of the corners of both lines, which are straight between them; two corners on one day are a step. No
 * more is counted than `most`, the machines of the configuration. Empty for a site without an account of its power.
 */
export function disputedBand(
  site: Site,
  from: number,
  to: number,
  most = Number.POSITIVE_INFINITY,
): Disputed[][] {
  const accounts = disputedAccounts(site);
  if (!accounts || !(to > from)) return [];
  const [fed, announced] = accounts;
  const documented = fed.points.at(-1)!.day;
  const corner = (day: number, of: (curve: Curve) => number): Disputed => {
    const high = Math.min(of(announced), most);
    return { day, low: Math.min(of(fed), high), high, isHeld: day > documented };
  };
  const days = [...new Set([from, to, ...turnsOf(fed, announced, most)])]
    .filter((day) => day >= from && day <= to)
    .sort((a, b) => a - b);
  const corners = days.flatMap((day): Disputed[] => {
    const [left, right] = [
      corner(day, (curve) => before(curve, day)),
      corner(day, ({ points }) => curveAt(points, day)),
    ];
    const isStep = left.low !== right.low || left.high !== right.high;
    return isStep && day > from ? [left, right] : [right];
  });
  return openParts(corners);
}

/** Days on which either line turns, reaches `most`, or meets the other. */
function turnsOf(fed: Curve, announced: Curve, most: number): number[] {
  const days = [...fed.points, ...announced.points].map(({ day }) => day).sort((a, b) => a - b);
  const crossings = days.flatMap((end, at) => {
    const start = days[at - 1];
    if (start === undefined || start === end) return [];
    const [a, b] = [fed, announced].map((curve) => [curveAt(curve.points, start), before(curve, end)]);
    const gaps = [0, 1].map((side) => [a![side]! - b![side]!, a![side]! - most, b![side]! - most]);
    return gaps[0]!.flatMap((here, which) => {
      const there = gaps[1]![which]!;
      return here * there < 0 ? start + (here / (here - there)) * (end - start) : [];
    });
  });
  return [...days, ...crossings];
}

/** The stretches of corners between which the band is open. */
function openParts(corners: readonly Disputed[]): Disputed[][] {
  const isOne = ({ low, high }: Disputed) => high - low < 1e-6;
  const parts: Disputed[][] = [];
  let part: Disputed[] | undefined;
  corners.forEach((corner, at) => {
    const last = corners[at - 1];
    if (!last) return;
    if (isOne(last) && isOne(corner)) {
      part = undefined;
      return;
    }
    if (!part) {
      part = [last];
      parts.push(part);
    }
    part.push(corner);
  });
  return parts;
}
