import { smooth } from '../inventory/query/sight.ts';
import { distanceOf, type Point, pointBetween, type Pose, turnBetween } from './pose.ts';
import { around, type Enclosure } from './walls.ts';

/** A pose on the way from one pose to another. */
export interface Waypoint extends Pose {
  /** How far the roof has to be lifted for the eye to pass: 0 closed, 1 off. */
  roofLift: number;
}

/** The way between two poses. */
export interface Path {
  /** The waypoint at `t`, 0 to 1. Equal steps of `t` change the picture equally. */
  at(t: number): Waypoint;
  /** Total change of the picture: natural logarithm of the change of distance, radians turned, and target shift in distances. */
  length: number;
}

/** Number of points at which a path is checked for walls and measured. */
const SAMPLES = 240;
/** If the target moves by more than this many times the smaller eye distance, the path rises. */
const FAR = 6;
/** Height to which it rises, metres per metre that the target moves. */
const HEIGHT_FOR_WAY = 0.8;
/** Least clearance over walls, metres; factor by which each further attempt rises; most attempts. */
const OVER_WALLS = 1;
const HIGHER = 1.4;
const TRIES = 24;
/** Distance from a roof, metres, within which it has to be off; and share of the path over which it opens or closes. */
export const ROOF_NEAR = 1;
const ROOF_TIME = 0.15;

const mix = (from: number, to: number, share: number) => from + (to - from) * share;

/** Azimuth (radians) and horizontal distance (metres) of the eye from its target. */
function polar({ eye, target }: Pose) {
  const [x, z] = [eye[0] - target[0], eye[2] - target[2]];
  return { azimuth: Math.atan2(x, z), away: Math.hypot(x, z) };
}

/** The pose at share `u` of the way. `heights` are the control points of a cubic curve for the eye's height. */
function poseAlong(from: Pose, to: Pose, turn: number, heights: readonly [number, number], u: number): Pose {
  const share = smooth(u);
  const [a, b] = [polar(from), polar(to)];
  const azimuth = a.azimuth + turn * share;
  const away = mix(a.away, b.away, share);
  const target = pointBetween(from.target, to.target, share);
  const v = 1 - u;
  const y =
    v * v * v * from.eye[1] + 3 * v * v * u * heights[0] + 3 * v * u * u * heights[1] + u * u * u * to.eye[1];
  return { eye: [target[0] + Math.sin(azimuth) * away, y, target[2] + Math.cos(azimuth) * away], target };
}

/** Index of the first point at which the eye is in a wall or a closed part, or has passed through a wall; -1 for none. */
export function blockedAt(eyes: readonly Point[], walls: readonly Enclosure[]): number {
  for (let at = 0; at < eyes.length; at++) {
    const [x, y, z] = eyes[at]!;
    const [bx, by, bz] = eyes[Math.max(at - 1, 0)]!;
    for (const { outer, inner, top, isClosed } of walls) {
      const lowest = Math.min(y, by);
      if (lowest > top + OVER_WALLS) continue;
      const isIn = inner(x, z);
      if (isIn !== inner(bx, bz) || (outer(x, z) && (isClosed || !isIn))) return at;
    }
  }
  return -1;
}

/**
 * The path from one pose to another: the target moves straight, and the eye turns around it in the shorter direction and rises
 * over walls and for long distances. It enters buildings through the roof. The path back is the same in reverse.
 */
export function pathBetween(from: Pose, to: Pose, enclosures: readonly Enclosure[]): Path {
  // Compute only one direction, so that the reverse is exactly equal.
  const isBackwards = isBefore(to, from);
  const [first, last] = isBackwards ? [to, from] : [from, to];
  const { at, length } = forward(first, last, enclosures);
  return {
    length,
    at(t) {
      if (t <= 0) return { ...from, roofLift: 0 };
      if (t >= 1) return { ...to, roofLift: 0 };
      return at(isBackwards ? 1 - t : t);
    },
  };
}

/** The waypoint at `t`, 0 to 1, between two poses; use {@link pathBetween} for several. */
export const between = (from: Pose, to: Pose, t: number, enclosures: readonly Enclosure[]): Waypoint =>
  pathBetween(from, to, enclosures).at(t);

function isBefore(a: Pose, b: Pose): boolean {
  const [one, other] = [
    [...a.eye, ...a.target],
    [...b.eye, ...b.target],
  ];
  const at = one.findIndex((each, axis) => each !== other[axis]);
  return at >= 0 && one[at]! < other[at]!;
}

function forward(from: Pose, to: Pose, enclosures: readonly Enclosure[]): Path {
  const turn = turnBetween(polar(from).azimuth, polar(to).azimuth);
  const [inFrom, inTo] = [around(from.eye, enclosures), around(to.eye, enclosures)];
  // A path that starts or ends in a closed part has to pass through its walls.
  const walls = enclosures.filter(
    (each) => !each.isClosed || !(inFrom.includes(each) || inTo.includes(each)),
  );
  const isSameRoom =
    inFrom.length > 0 && inFrom.length === inTo.length && inFrom.every((each) => inTo.includes(each));
  const way = Math.hypot(from.target[0] - to.target[0], from.target[2] - to.target[2]);
  const isFar = !isSameRoom && way > FAR * Math.min(distanceOf(from), distanceOf(to));
  const least = isFar ? way * HEIGHT_FOR_WAY : 0;
  const heights: [number, number] = [Math.max(from.eye[1], least), Math.max(to.eye[1], least)];
  // Denser towards both ends, where the picture changes faster.
  const shares = Array.from({ length: SAMPLES + 1 }, (_, at) => (1 - Math.cos((Math.PI * at) / SAMPLES)) / 2);
  const along = (u: number) => poseAlong(from, to, turn, heights, u);
  let poses = shares.map(along);
  for (let tries = 0; tries < TRIES; tries++) {
    const eyes = poses.map(({ eye }) => eye);
    // Check from both ends, so that the reverse path is the same.
    const blocked = blockedAt(eyes, walls);
    if (blocked < 0) break;
    const other = SAMPLES - blockedAt(eyes.toReversed(), walls);
    const lowest = Math.max(...walls.map(({ top }) => top));
    if (blocked <= SAMPLES / 2) heights[0] = Math.max(heights[0] * HIGHER, lowest);
    if (other >= SAMPLES / 2) heights[1] = Math.max(heights[1] * HIGHER, lowest);
    poses = shares.map(along);
  }
  const changes = poses.map((pose, at) => (at === 0 ? 0 : change(poses[at - 1]!, pose)));
  let length = 0;
  const reached = changes.map((each) => {
    length += each;
    return length;
  });
  const openings = [...roofsOver(inFrom), ...roofsOver(inTo)].flatMap((roof) =>
    roofPassed(poses, reached, roof),
  );
  const gapAt = (t: number) => (from.gap && to.gap ? (t < 0.5 ? from.gap : to.gap) : (from.gap ?? to.gap));
  return {
    length,
    at(t) {
      const goal = t * length;
      const next = Math.max(
        1,
        reached.findIndex((each) => each >= goal),
      );
      const step = changes[next]!;
      const share = step > 0 ? (goal - reached[next - 1]!) / step : t;
      const gap = gapAt(t);
      return {
        ...along(length > 0 ? mix(shares[next - 1]!, shares[next]!, share) : t),
        ...(gap && { gap }),
        roofLift: Math.max(0, ...openings.map((opening) => liftAt(t, opening))),
      };
    },
  };
}

/** Change of the picture between two poses; see {@link Path.length}. */
function change(a: Pose, b: Pose): number {
  const [da, db] = [distanceOf(a), distanceOf(b)];
  const elevation = (pose: Pose, distance: number) => Math.asin((pose.eye[1] - pose.target[1]) / distance);
  const moved = Math.hypot(...a.target.map((each, axis) => each - b.target[axis]!));
  return Math.hypot(
    Math.log(db / da),
    turnBetween(polar(a).azimuth, polar(b).azimuth),
    elevation(b, db) - elevation(a, da),
    moved / Math.min(da, db),
  );
}

const roofsOver = (enclosures: readonly Enclosure[]): Enclosure[] =>
  enclosures.filter(({ roof }) => roof !== undefined);

/** The intervals of `t` in which the eye passes a roof. */
function roofPassed(
  poses: readonly Pose[],
  reached: readonly number[],
  { outer, roof = 0, top }: Enclosure,
): [number, number][] {
  const length = reached.at(-1)!;
  const parts: [number, number][] = [];
  let isPassing = false;
  poses.forEach(({ eye: [x, y, z] }, at) => {
    const was = isPassing;
    isPassing = y > roof - ROOF_NEAR && y < top + ROOF_NEAR && outer(x, z);
    const t = reached[at]! / length;
    if (isPassing && !was) parts.push([t, t]);
    else if (isPassing) parts.at(-1)![1] = t;
  });
  return parts;
}

/** How far the roof is lifted at `t`: 1 in the interval in which it is passed, 0 at both ends of the path. */
function liftAt(t: number, [from, to]: readonly [number, number]): number {
  const [before, after] = [Math.min(ROOF_TIME, from), Math.min(ROOF_TIME, 1 - to)];
  return Math.min(smooth((t - from + before) / before), smooth((to + after - t) / after));
}
