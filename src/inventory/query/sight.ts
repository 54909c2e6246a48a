import type { Rect, Site } from '../../model/site.ts';

interface Point {
  x: number;
  y: number;
  z: number;
}

/** How a campus is looked at: what of it is drawn depends on this. Metres, site frame. */
export interface Sight {
  day: number;
  eye: Point;
  /** A drawing from straight above, cut open at {@link cut}. */
  isPlan: boolean;
  /** Walls that a cut goes through end at this height. */
  cut: number;
  /** How far the roof over the halls is on, 0 to 1. */
  roof: number;
  /** How far a hall encloses the eye, 0 to 1. */
  inside: number;
  /** Trays and the like that hang higher are left out. */
  ceiling: number;
  /** Racks in this rectangle are left out, as a section leaves out what is in the way. */
  leftOut: Rect;
}

/** An eye farther than this from a hall, or higher than {@link LOW}, sees none of its details; metres. */
const NEAR = 12;
export const LOW = 16;
/** An eye higher than this sees nothing that is called fine: a metre is less than three pixels of 720 lines. */
export const HIGH = 200;

/** The number of the hall that an eye is in or before; 0 where there is none. */
export function hallNear({ halls }: Site, { x, z }: Pick<Point, 'x' | 'z'>): number {
  let nearest = 0;
  let least = NEAR;
  for (const { rect, number } of halls) {
    const away = Math.max(rect.x0 - x, x - rect.x1, rect.z0 - z, z - rect.z1, 0);
    if (away >= least) continue;
    least = away;
    nearest = number;
  }
  return nearest;
}

/** How much of a thing that comes on one day and goes on another is there, 0 to 1; it is whole on its first day. */
export function presence(day: number, from: number, until: number): number {
  const step = (edge: number) => {
    const share = Math.min(Math.max((day - edge) / CHANGE_DAYS, 0), 1);
    return share * share * (3 - 2 * share);
  };
  return step(from - CHANGE_DAYS) * (1 - step(until));
}

/** Days in which a thing rises before its first day, and sinks after its last. */
const CHANGE_DAYS = 0.8;
