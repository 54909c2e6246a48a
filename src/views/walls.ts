import { cutaway } from '../inventory/building/cutaway.ts';
import { grown, isWithin } from '../model/rect.ts';
import type { Rect, Site } from '../model/site.ts';
import { type Standing, toSite } from '../model/standing.ts';
import type { Point } from './pose.ts';

/** A part of a building whose walls the eye cannot pass. Metres. */
export interface Enclosure {
  /** Whether a point of the ground, in the frame of the poses, is within the outside and the inside of its walls. */
  outer(x: number, z: number): boolean;
  inner(x: number, z: number): boolean;
  /** Height of the walls above the ground. */
  top: number;
  /** Underside of the roof if that can be removed; else undefined. */
  roof?: number;
  /** The eye cannot enter from above either. */
  isClosed: boolean;
}

/** Thickness of a hall's and a building's walls, what sticks out from walls and above roofs, thickness of roofs; metres, assumed. */
const HALL_WALL = 0.2;
const WALL = 0.35;
const TRIM = 0.6;
const ROOFTOP = 2.6;
const ROOF = 0.5;

/** An enclosure with its walls as rectangles of the site frame, turned by `turn`. */
type Walls = Omit<Enclosure, 'outer' | 'inner'> & { outer: Rect; inner: Rect; turn: number };

/** All enclosures of a site, for poses of the scene frame. */
export function enclosuresOf({ site, at }: Standing & { site: Site }): Enclosure[] {
  const all: Walls[] = site.halls.map(({ turn, rect, floorY, height }) => ({
    turn,
    outer: grown(rect, HALL_WALL),
    inner: rect,
    top: floorY + height,
    isClosed: false,
  }));
  for (const building of site.buildings) {
    const { turn, rect, eave, annexes } = building;
    const close = (rect: Rect, top: number) =>
      all.push({ turn, outer: grown(rect, TRIM), inner: rect, top, isClosed: true });
    const open = cutaway(site, building);
    if (open) {
      all.push({
        turn,
        outer: grown(open, TRIM),
        inner: grown(open, -WALL),
        top: eave,
        roof: eave - ROOF,
        isClosed: false,
      });
      if (open.x0 > rect.x0) close({ ...rect, x1: open.x0 }, eave + ROOFTOP);
      if (open.x1 < rect.x1) close({ ...rect, x0: open.x1 }, eave + ROOFTOP);
    } else close(rect, eave + ROOFTOP);
    for (const annex of annexes) close(annex.rect, annex.height + TRIM);
  }
  return all.map(({ turn, ...each }) => {
    const standing = { at, site: { turn: site.turn + turn } };
    const within = (rect: Rect) => (x: number, z: number) => isWithin(rect, ...toSite(standing, x, z));
    return { ...each, outer: within(each.outer), inner: within(each.inner) };
  });
}

/** The enclosures that contain a point: between their walls and below their tops. */
export const around = ([x, y, z]: Point, all: readonly Enclosure[]): Enclosure[] =>
  all.filter(({ inner, top }) => y < top && inner(x, z));
