import { blockedAt, ROOF_NEAR } from './path.ts';
import { distanceOf, type Point, type Pose } from './pose.ts';
import type { Enclosure } from './walls.ts';
import { levelDistances, partWay, zoomBy, zoomLevelOf } from './zoomLevels.ts';

/** A step of a zoom. */
interface ZoomStep {
  pose: Pose;
  /** Whether a wall or a closed roof is on the straight way there, so that the eye has to fly around it. */
  isBlocked: boolean;
}

/** Points at which the way is checked. */
const SAMPLES = 12;
/** Zoom levels between two tries to find a pose behind a wall. */
const TRY = 0.1;

/**
 * The pose `by` zoom levels nearer than `from` (farther if negative), for an eye that is now at `here` and will glide there. If a
 * wall is in the way, the pose is the first one behind it, or else that of the next station.
 */
export function zoomStep(
  here: Pose,
  from: Pose,
  by: number,
  stations: readonly Pose[],
  enclosures: readonly Enclosure[],
  isRoofOn: boolean,
): ZoomStep {
  const to = zoomBy(from, by, stations);
  const walls = wallsAround(here, enclosures);
  if (!isBlocked(wayOf(here, to), walls, isRoofOn)) return { pose: to, isBlocked: false };
  const levelOf = (pose: Pose) => zoomLevelOf(distanceOf(pose), levelDistances(stations));
  const step = Math.sign(by);
  const level = levelOf(to);
  const left = Math.abs((step > 0 ? Math.ceil(level) : Math.floor(level)) - level);
  for (let more = 0; ; more += TRY) {
    const pose = zoomBy(to, step * Math.min(more, left), stations);
    if (more >= left || !isBlocked([pose.eye], walls, isRoofOn)) return { pose, isBlocked: true };
  }
}

/** Whether an eye that glides from one pose to another passes through a wall, or through a roof that is on. */
export const isWayBlocked = (
  from: Pose,
  to: Pose,
  enclosures: readonly Enclosure[],
  isRoofOn: boolean,
): boolean => isBlocked(wayOf(from, to), wallsAround(from, enclosures), isRoofOn);

/** Positions of an eye that glides from one pose to another. */
const wayOf = (from: Pose, to: Pose): Point[] =>
  Array.from({ length: SAMPLES + 1 }, (_, at) => partWay(from, to, at / SAMPLES).eye);

/** The enclosures in whose walls or closed parts the eye is not yet; it may move in those and leave them. */
const wallsAround = ({ eye }: Pose, enclosures: readonly Enclosure[]): Enclosure[] =>
  enclosures.filter((each) => blockedAt([eye], [each]) < 0);

const isBlocked = (eyes: readonly Point[], walls: readonly Enclosure[], isRoofOn: boolean): boolean =>
  blockedAt(eyes, walls) >= 0 || (isRoofOn && walls.some((each) => passesRoof(eyes, each)));

/** 1 above a roof that is on, -1 below it, 0 in it; undefined where there is none. */
function sideOf([x, y, z]: Point, { outer, roof, top }: Enclosure): number | undefined {
  if (roof === undefined || !outer(x, z)) return undefined;
  return y > top + ROOF_NEAR ? 1 : y < roof - ROOF_NEAR ? -1 : 0;
}

function passesRoof(eyes: readonly Point[], enclosure: Enclosure): boolean {
  const sides = eyes.map((eye) => sideOf(eye, enclosure)).filter((side) => side !== undefined);
  return sides.some((side) => side === 0 || side !== sides[0]);
}
