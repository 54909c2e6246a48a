import { distanceOf, type Point, type Pose, turnBetween } from './pose.ts';
import { around, type Enclosure, isWithin } from './walls.ts';

/** A place on the way from one pose to another. */
export interface Waypoint extends Pose {
  /** How far the roof over the eye has to be lifted: 0 where it may be closed, 1 where it has to be off. */
  roofLift: number;
}

/** The way between two poses. */
export interface Path {
  /** The waypoint at `t`, 0 to 1. As much of what is seen changes from 0.1 to 0.2 as from 0.8 to 0.9. */
  at(t: number): Waypoint;
  /** How much of what is seen changes on the way: doublings of size, radians turned and pictures moved by, in all. */
  length: number;
}

/** Points of a path that its speed and its walls are worked out from. */
const SAMPLES = 240;
/** A target that moves by this many times the nearer distance is too far to move to without a look from above. */
const FAR = 6;
/** Height of such a look for each metre that the target moves. */
const HEIGHT_FOR_WAY = 0.8;
/** Over walls, metres; and how much higher the next try is, and how many there are. */
const OVER_WALLS = 1;
const HIGHER = 1.4;
const TRIES = 24;
/** Metres below and above a roof within which it has to be off; and the part of the path in which it opens or closes. */
const ROOF_NEAR = 1;
const ROOF_TIME = 0.15;

const smooth = (share: number) => {
  const s = Math.max(0, Math.min(1, share));
  return s * s * (3 - 2 * s);
};
const mix = (from: number, to: number, share: number) => from + (to - from) * share;

/** The target and, from it, the eye: azimuth (radians) and distance over the ground. */
function polar({ eye, target }: Pose) {
  const [x, z] = [eye[0] - target[0], eye[2] - target[2]];
  return { azimuth: Math.atan2(x, z), away: Math.hypot(x, z) };
}

/** A pose at share `u` of the way. Control heights above the ends make the eye leave and arrive from straight above. */
function poseAlong(from: Pose, to: Pose, turn: number, heights: readonly [number, number], u: number): Pose {
  const share = smooth(u);
  const [a, b] = [polar(from), polar(to)];
  const azimuth = a.azimuth + turn * share;
  const away = mix(a.away, b.away, share);
  const target: Point = [
    mix(from.target[0], to.target[0], share),
    mix(from.target[1], to.target[1], share),
    mix(from.target[2], to.target[2], share),
  ];
  const v = 1 - u;
  const y =
    v * v * v * from.eye[1] + 3 * v * v * u * heights[0] + 3 * v * u * u * heights[1] + u * u * u * to.eye[1];
  return { eye: [target[0] + Math.sin(azimuth) * away, y, target[2] + Math.cos(azimuth) * away], target };
}

/** The first sample at which an eye would be in a wall or in a closed part, or would have gone through a wall; -1 for none. */
function blockedAt(eyes: readonly Point[], walls: readonly Enclosure[]): number {
  for (let at = 0; at < eyes.length; at++) {
    const [x, y, z] = eyes[at]!;
    const [bx, by, bz] = eyes[Math.max(at - 1, 0)]!;
    for (const { outer, inner, top, isClosed } of walls) {
      const lowest = Math.min(y, by);
      if (lowest > top + OVER_WALLS) continue;
      const isIn = isWithin(inner, x, z);
      if (isIn !== isWithin(inner, bx, bz) || (isWithin(outer, x, z) && (isClosed || !isIn))) return at;
    }
  }
  return -1;
}

/**
 * The way from one pose to another: what is looked at goes straight, the eye turns around it by the shorter way, and rises as far as
 * it takes to go over walls and to see where it goes. Into a building it comes by the roof. Backwards it is the same way.
 */
export function pathBetween(from: Pose, to: Pose, enclosures: readonly Enclosure[]): Path {
  // One of the two directions is worked out, so that the other is the same to the last digit.
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

/** The waypoint at `t`, 0 to 1, of the way from one pose to another; for many of them see {@link pathBetween}. */
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
  // Out of a closed part there is no way but through it.
  const walls = enclosures.filter(
    (each) => !each.isClosed || !(inFrom.includes(each) || inTo.includes(each)),
  );
  const isSameRoom =
    inFrom.length > 0 && inFrom.length === inTo.length && inFrom.every((each) => inTo.includes(each));
  const way = Math.hypot(from.target[0] - to.target[0], from.target[2] - to.target[2]);
  const isFar = !isSameRoom && way > FAR * Math.min(distanceOf(from), distanceOf(to));
  const least = isFar ? way * HEIGHT_FOR_WAY : 0;
  const heights: [number, number] = [Math.max(from.eye[1], least), Math.max(to.eye[1], least)];
  // Denser towards both ends, where what is near changes fast.
  const shares = Array.from({ length: SAMPLES + 1 }, (_, at) => (1 - Math.cos((Math.PI * at) / SAMPLES)) / 2);
  const along = (u: number) => poseAlong(from, to, turn, heights, u);
  let poses = shares.map(along);
  for (let tries = 0; tries < TRIES; tries++) {
    const eyes = poses.map(({ eye }) => eye);
    // From both ends, so that it is the same way backwards.
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

/** How much of what is seen changes from one pose to the next. */
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

/** The parts of a path, from and to `t`, in which the eye passes a roof. */
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
    isPassing = y > roof - ROOF_NEAR && y < top + ROOF_NEAR && isWithin(outer, x, z);
    const t = reached[at]! / length;
    if (isPassing && !was) parts.push([t, t]);
    else if (isPassing) parts.at(-1)![1] = t;
  });
  return parts;
}

/** How far the roof is lifted at `t` to be off while it is passed; at both ends of the path it is as it was. */
function liftAt(t: number, [from, to]: readonly [number, number]): number {
  const [before, after] = [Math.min(ROOF_TIME, from), Math.min(ROOF_TIME, 1 - to)];
  return Math.min(smooth((t - from + before) / before), smooth((to + after - t) / after));
}
