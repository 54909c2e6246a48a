import { cornersOf } from '../../../model/rect.ts';
import type { Rect } from '../../../model/site.ts';
import type { PlanWord } from './planWords.ts';

/** A place on the ground: x, z, site frame, metres. */
export type PlanPoint = readonly [number, number];

/** Unit vectors on the ground. */
export const NORTH: PlanPoint = [0, -1];
export const SOUTH: PlanPoint = [0, 1];
export const WEST: PlanPoint = [-1, 0];
export const EAST: PlanPoint = [1, 0];

/** Scales at which something is drawn, metres that one em of the drawing covers; the finest is left out, the coarsest is not. */
export interface Band {
  finest: number;
  coarsest: number;
}

/** A scale that is coarser than any picture's. */
export const COARSEST = 1e6;
/** At every scale. */
export const ALWAYS: Band = { finest: 0, coarsest: COARSEST };

/** When something is there, besides its scale. */
export interface Staged {
  /** Under the roof: left out while that is on. */
  isIndoors?: boolean;
  /** At the aisle and farther away, at the rack while no server is out, or while the stations' server is out; always if not given. */
  stage?: 'aisle' | 'rack' | 'server';
}

/** A length that the drawing states, between two places. */
export interface Dimension extends Band, Staged {
  from: PlanPoint;
  to: PlanPoint;
  /** Metres between the two. */
  length: number;
  unit: 'metres' | 'millimetres' | 'tenths';
  /** Nobody has stated it: it is assumed. */
  isAssumed?: boolean;
  /** What is measured, written before the length where there is room. */
  word?: PlanWord;
  /** There is room for the word beside an upright line, too. */
  hasRoomBeside?: boolean;
  /** Unit vector from what is measured to the dimension line. */
  out: PlanPoint;
  /** Distance of the dimension line: 1 is the first beside what is measured; 0 is right between the places. */
  tier: number;
}

/** A name inside of what it names. */
export interface Name extends Band, Staged {
  text: string;
  /** A shorter text where there is no room for that. */
  short?: string;
  rect: Rect;
  isLarge?: boolean;
  /** At its northern edge instead of in its middle. */
  isAtTop?: boolean;
}

/** A line of the drawing. */
export interface Stroke extends Band, Staged {
  from: PlanPoint;
  to: PlanPoint;
  /** Metres; a line is never thinner than a pixel. */
  width: number;
  dash: 'none' | 'short' | 'boundary';
  /** How many times as thick as other lines of no width; 1 if not given. */
  weight?: number;
  /** A white sheet under other lines. */
  isPaper?: boolean;
  /** Ends exactly at its ends. Other wide lines reach half their width beyond them, which closes corners of walls. */
  isFlush?: boolean;
}

/** The four sides of a rectangle as lines, by default as thin as a line can be. */
export function outline(rect: Rect, line: Band & Staged & Partial<Stroke>): Stroke[] {
  const corners = cornersOf(rect);
  return corners.map((from, at) => ({ width: 0, dash: 'none', ...line, from, to: corners[(at + 1) % 4]! }));
}

export interface Drawing {
  dimensions: Dimension[];
  names: Name[];
  strokes: Stroke[];
  /** The land that the drawing is about, on which no other campus's dimensions lie. */
  land?: Rect;
  /** Index of the campus that it is of, whose parcels have a drawing each; its own if not given. */
  campusIndex?: number;
  /** How its frame stands in that of the current campus: a place of its own in there, and its turn clockwise, radians. The same if not given. */
  stands?: { place(point: PlanPoint): PlanPoint; turn: number };
}
