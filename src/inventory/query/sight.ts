import { hallsOf } from '../../layout/parcels.ts';
import type { Rect, Site } from '../../model/site.ts';

interface Point {
  x: number;
  y: number;
  z: number;
}

/** What decides which parts of a campus are drawn: day, eye, and how it is cut open. Metres, site frame. */
export interface Sight {
  day: number;
  eye: Point;
  /** Whether it is drawn as a plan, from straight above and cut at {@link cut}. */
  isPlan: boolean;
  /** Height at which walls are cut off. */
  cut: number;
  /** How much of the roof over the halls is on, 0 to 1. */
  roof: number;
  /** How much the eye is inside a hall, 0 to 1. */
  inside: number;
  /** Height above which trays and other hanging things are left out. */
  ceiling: number;
  /** Racks in this rectangle are left out, because they would be in the way. */
  leftOut: Rect;
}

/** A hall's details are drawn only if the eye is within this distance of it and below {@link LOW}; metres. */
const NEAR = 12;
export const LOW = 16;
/** `fine` things are drawn only if the eye is below this height, metres; there, a metre takes less than 3 of 720 pixels. */
export const HIGH = 197;

/** The number of the nearest hall within `NEAR` of a point; 0 for none. */
export function hallNear(site: Site, { x, z }: Pick<Point, 'x' | 'z'>): number {
  let nearest = 0;
  let least = NEAR;
  for (const { rect, number } of hallsOf(site)) {
    const away = Math.max(rect.x0 - x, x - rect.x1, rect.z0 - z, z - rect.z1, 0);
    if (away >= least) continue;
    least = away;
    nearest = number;
  }
  return nearest;
}

/** A share, limited to 0 to 1, that starts and ends slowly. */
export function smooth(share: number): number {
  const s = Math.max(0, Math.min(1, share));
  return s * s * (3 - 2 * s);
}

/** How much of a thing that stands from one day until another is drawn, 0 to 1; 1 on its first day. */
export function presence(day: number, from: number, until: number): number {
  const step = (edge: number) => smooth((day - edge) / CHANGE_DAYS);
  return step(from - CHANGE_DAYS) * (1 - step(until));
}

/** Days for which a thing rises before its first day and sinks after its last. */
const CHANGE_DAYS = 0.8;
