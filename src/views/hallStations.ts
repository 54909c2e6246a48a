import type { Layout } from '../layout/layout.ts';
import type { Hall } from '../model/site.ts';
import { TALL } from './closeStations.ts';
import type { PictureShape } from './framing.ts';
import { distanceOf, type Point, pointBetween, type Pose } from './pose.ts';

/** Height of the eye above the floor, metres. */
const EYE_HEIGHT = 1.62;
/** Width over height from which a picture is framed as very wide. */
const WIDE = 2.6;
/** Distance from the eye in an aisle to its target, metres, and slope of the view downwards. */
const AHEAD = 8;
const DOWN = -0.03;
/** Least distance of an eye from a hall's walls and ceiling, metres. */
const FROM_WALL = 0.3;
const FROM_CEILING = 0.5;
/** Least eye distance of a station, as a multiple of the next nearer one's, so that zooming in always comes nearer. */
const NEARER = 1.26;
/** The same of the aisle's. */
const BEFORE_RACK = 1.4;
/** Share of half the picture's width within which the end of a row has to lie for a view along the row. */
const ROW_WITHIN = 0.75;
/** Depth of an aisle with nothing behind it, metres. */
const OPEN_AISLE = 1.8;

const within = (value: number, from: number, to: number) => Math.max(Math.min(from, to), Math.min(to, value));

/** The nearest place in a hall to an eye, not too close to walls and ceiling; site frame, metres. */
export const inHall = ({ rect, floorY, height }: Hall, [x, y, z]: Point): Point => [
  within(x, rect.x0 + FROM_WALL, rect.x1 - FROM_WALL),
  Math.min(y, floorY + height - FROM_CEILING),
  within(z, rect.z0 + FROM_WALL, rect.z1 - FROM_WALL),
];

/** The pose with its eye inside of a hall. */
export const keptInside = (pose: Pose, hall: Hall): Pose => ({ ...pose, eye: inHall(hall, pose.eye) });

/** The pose with its eye so far from its target, metres. */
const atDistance = (pose: Pose, metres: number): Pose => ({
  ...pose,
  eye: pointBetween(pose.target, pose.eye, metres / distanceOf(pose)),
});

/** A pose moved away from its target, so that it is farther than the next nearer station. */
export const beyond = (pose: Pose, next: Pose): Pose =>
  atDistance(pose, Math.max(distanceOf(pose), distanceOf(next) * NEARER));

/** A pose moved towards its target, so that it is nearer than another one, `steps` stations before it. */
export const nearerThan = (pose: Pose, far: Pose, steps: number): Pose =>
  atDistance(pose, Math.min(distanceOf(pose), distanceOf(far) / NEARER ** steps));

/** The pose at the west end of a cold aisle, at eye height, looking east along it, or at a row that is too short for that. `rack` is the rack's station. */
export function aislePose(hall: Hall, row: number, { aspect, fov }: PictureShape, rack: Pose): Pose {
  const plan = hall.rows[row - 1]!;
  const south = plan.heading === 0;
  const front = south ? plan.z0 + plan.depth : plan.z0;
  const twin = hall.rows[south ? row : row - 2];
  const towards = south ? 1 : -1;
  const across = twin ? Math.abs((south ? twin.z0 : twin.z0 + twin.depth) - front) : OPEN_AISLE;
  /** The place for an eye so far before the row. */
  const before = (metres: number) =>
    // Outside the rows' end, except in very wide pictures, which would show the rows' sides.
    inHall(hall, [
      plan.x0 - (aspect < TALL ? 2.2 : aspect < WIDE ? 1.5 : -0.7),
      hall.floorY + EYE_HEIGHT,
      front + towards * metres,
    ]);
  const along = before(across * 0.5);
  const [x, y, z] = along;
  const least = distanceOf(rack) * BEFORE_RACK;
  const seen = Math.atan(Math.tan(fov / 2) * aspect) * ROW_WITHIN;
  if (Math.atan2(Math.abs(z - front), plan.x0 + plan.width - x) > seen) {
    // As far from the row as there is room; look beyond it rather than come nearer than the rack's station.
    const eye = before(twin ? across - FROM_WALL : 1e3);
    const target: Point = [plan.x0 + plan.width / 2, y - 0.2, front];
    return { eye, target: pointBetween(eye, target, Math.max(1, least / distanceOf({ eye, target }))) };
  }
  const ahead = Math.max(AHEAD, least);
  return { eye: along, target: [x + ahead, y - ahead * DOWN, z] };
}

/** Distances from a rack's front between which other racks are not drawn, and half the width of that gap in a square picture; metres. */
const GAP_FROM = 0.6;
const GAP_TO = 4.4;
const GAP_HALF_WIDTH = 2.2;
/** How far the gap reaches behind the eye, metres; more than half a rack's depth, so that the eye is in no rack. */
const EYE_ROOM = 1.4;

/**
 * How far to the side of a rack its station stands, share of its distance: so far that the row leads the eye away behind it. In a
 * narrow picture the eye is farther away, and columns would stand before the rack.
 */
const RACK_ASIDE = { narrow: 0.2, wide: 0.5 } as const;
/** Width over height below which a picture of a rack is narrow. */
const NARROW = 1.2;
/** How far above the middle of a rack its station's eye is: so high that it sees into a server that is ajar; metres. */
const RACK_ABOVE = 0.72;

/** The pose in front of a rack, from the side on which the row leads away, with all of it in the picture unless walls are nearer. */
export function rackPose(layout: Layout, rackIndex: number, { aspect, fov }: PictureShape): Pose {
  const { racks, site } = layout;
  const heading = racks.heading[rackIndex]!;
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const hall = site.halls[racks.hall[rackIndex]! - 1]!;
  const nz = Math.cos(heading) > 0 ? 1 : -1;
  const x = racks.x[rackIndex]!;
  const z = racks.z[rackIndex]! + (nz * kind.depth) / 2;
  const y = racks.y[rackIndex]! + kind.height / 2;
  const across = (kind.width * 0.75) / (Math.tan(fov / 2) * aspect);
  const away = Math.max((kind.height * 0.605) / Math.tan(fov / 2), across);
  const row = hall.rows[racks.row[rackIndex]! - 1]!.racks.length;
  // To the side on which the row goes on: at its end stand posts of trays.
  const side = row > 1 && racks.place[rackIndex] === (nz > 0 ? 1 : row) ? nz : -nz;
  const aside = away * RACK_ASIDE[aspect < NARROW ? 'narrow' : 'wide'];
  const out = Math.sqrt(away * away - aside * aside);
  const half = GAP_HALF_WIDTH * Math.max(1.4, aspect);
  const ends = [z + nz * GAP_FROM, z + nz * Math.max(GAP_TO, out + EYE_ROOM)];
  return {
    eye: inHall(hall, [x + side * aside, y + RACK_ABOVE, z + nz * out]),
    target: [x, y - 0.04, z],
    gap: { x0: x - half, x1: x + half, z0: Math.min(...ends), z1: Math.max(...ends) },
  };
}
