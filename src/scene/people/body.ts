import { ANKLE, JOINTS } from '../../inventory/people/poses.ts';
import type { Stance } from '../../inventory/things/shapes.ts';
import {
  BALL,
  DETAILS,
  FINGER,
  FINGERS,
  FOREARM,
  HAIR_CAP,
  HANGING,
  HAT,
  HEAD,
  HIP,
  HOLDING,
  PALM,
  type Part,
  ROOTS,
  SHIN,
  SHOE,
  SHOES,
  SHOULDER,
  SKIN,
  type Shares,
  TAIL,
  THIGH,
  THUMB,
  TROUSERS,
  TRUNK,
  UPPER_ARM,
  VEST,
} from './anatomy.ts';
import { acrossOf, type BodyMesh, limb, minus, type Ring, unit } from './limb.ts';
import { shadeOf } from './shade.ts';

export { HIP };
export const HEADS = ['short', 'tail', 'hat'] as const;
/** Kind of body: `shape` is the width of the shoulders relative to the hips; `coarse` has a third of the corners. */
export interface Build {
  head?: (typeof HEADS)[number];
  shape?: number;
  coarse?: boolean;
  /** For somebody who holds something; they stand where their hips are. */
  held?: Holding;
}

/** A place in a figure's own frame: ahead, up, to its right; thousandths of its height. */
export type BodyPoint = readonly [x: number, y: number, z: number];

/** The stance of somebody who holds something: leaning, and kneeling where it is low. */
export interface Holding {
  /** How far the neck is ahead of the hips. */
  lean: number;
  /** How much lower the hips are than in standing upright. */
  drop: number;
  /** Of the left leg, and of the right one; those of the pose if not given. */
  legs?: readonly (readonly [knee: BodyPoint, ankle: BodyPoint])[];
  /** Of the left arm, and of the right one. */
  arms: readonly (readonly [elbow: BodyPoint, wrist: BodyPoint])[];
}

const leantBy = (lean: number, y: number) => (Math.max(0, y - HIP[0]) / 338) ** 1.2 * lean;
/** A shoulder (side 0 left, 1 right) for a lean and a drop. */
export const shoulderOf = (side: 0 | 1, lean: number, drop: number, shape = 1): BodyPoint => [
  leantBy(lean, SHOULDER[0]) - 4,
  SHOULDER[0] - drop,
  (side ? 1 : -1) * SHOULDER[1] * shape,
];

type Add = (paint: number, rings: readonly Ring[], sides: number, taper?: number) => void;
const along = (a: BodyPoint, b: BodyPoint, rings: Shares) =>
  rings.map(([share, ...radii]): Ring => {
    const [x, y, z] = a.map((each, axis) => each + (b[axis]! - each) * share) as [number, number, number];
    return [x, y, z, ...radii];
  });

/** Where the neck ends; heads are level. */
const NAPE = 880;

/** The mesh of a body, with about 1,250 corners, or 290 if coarse. */
export function bodyOf(
  stance: Stance,
  { head = 'short', shape = 1, coarse = false, held }: Build = {},
): BodyMesh {
  const figure: BodyMesh = { positions: [], normals: [], paints: [], open: [], index: [] };
  const { legs, arms, ...own } = JOINTS[stance];
  /** Leaning forward moves what is above the hips. */
  const { lean, drop } = held ?? { ...own, drop: 0 };
  const leant = (y: number) => leantBy(lean, Math.min(y, NAPE));
  const all: Ring[] = [];
  const add: Add = (paint, rings, sides, taper) => {
    all.push(...rings);
    const every = taper === undefined ? 3 : 2;
    const kept = rings.filter(
      (ring, at) => !coarse || at % every === 0 || at === rings.length - 1 || ring[5] !== undefined,
    );
    limb(figure, paint, kept, coarse ? Math.max(4, (sides - 1) >> 1) : sides, taper);
  };
  const part = ([paint, sides, taper, levels]: Part, z = 0, wider = 1) => {
    const rings = levels.map(([y, x, deep, wide, ...paint]): Ring => {
      const own = y > 640 ? wider : 2 - wider;
      return [x + leant(y), y - drop, z, deep, wide * own, ...paint];
    });
    add(paint, rings, sides, taper);
  };
  part(TRUNK, 0, shape);
  part(HEAD);
  if (!coarse || head !== 'hat') part(HAIR_CAP);
  if (head === 'tail') part(TAIL);
  if (head === 'hat') part(HAT);
  if (!coarse) for (const [z, detail] of DETAILS) for (const side of z ? [-z, z] : [0]) part(detail, side);
  for (const side of [0, 1] as const) {
    const out = side ? 1 : -1;
    const [kneeX, kneeY, footX, footY] = legs[side] as readonly [number, number, number, number];
    const hip: BodyPoint = [0, HIP[0] - drop, out * HIP[1]];
    const [knee, ankle] = held?.legs?.[side] ?? [
      [kneeX, kneeY, out * 50] as const,
      [footX, footY, out * 48] as const,
    ];
    add(TROUSERS, [...along(hip, knee, THIGH), ...along(knee, ankle, SHIN)], 7);
    addShoe(add, ankle, out);
    const [ex, ey, ez, wx, wy, wz] = arms[side] as readonly [number, number, number, number, number, number];
    const shoulder = shoulderOf(side, lean, drop, shape);
    const [elbow, wrist] = held?.arms[side] ?? [
      [leant(ey) + ex, ey, out * ez * shape] as const,
      [leant(wy) + wx, wy, out * wz] as const,
    ];
    const [x, y, z] = shoulder;
    const arm = [
      ...ROOTS.map(([up, inward, ...more]): Ring => [x, y + up, z - out * inward, ...more]),
      ...along(shoulder, elbow, UPPER_ARM),
      ...along(elbow, wrist, FOREARM),
    ];
    add(VEST, arm, 7);
    addHand(add, elbow, wrist, coarse ? 0 : out * (held ? HOLDING : HANGING));
  }
  figure.open = shadeOf(figure, all);
  if (!held) centre(figure.positions);
  return figure;
}

/** Adds a shoe, turned out a little; behind the ball, it rises with the ankle. */
function addShoe(add: Add, [ankleX, ankleY, ankleZ]: BodyPoint, out: number): void {
  const reach = Math.hypot(BALL, ANKLE);
  const turn = Math.asin(Math.min(1, ankleY / reach)) - Math.atan2(ANKLE, BALL);
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  const ball = BALL * c - ANKLE * s;
  const shoe = SHOE.map(([x, y, high, wide]): Ring => {
    const behind = Math.min(0, x - BALL);
    const ahead = ball + Math.max(0, x - BALL) + behind * c + y * (behind && s);
    return [
      ankleX + ahead,
      behind ? y * c - behind * s : y,
      ankleZ + out * ahead * 0.22,
      ...([high, wide] as const),
    ];
  });
  add(SHOES, shoe, 8);
}

/** Adds a hand in line with its forearm, the thumb in front or above, its fingers curled towards the body by `curl`, less than 0 on the left; 0 for none. */
function addHand(add: Add, elbow: BodyPoint, wrist: BodyPoint, curl: number): void {
  const way = unit(minus(wrist, elbow));
  const [fore, side] = acrossOf(way);
  const at = (along: number, before = 0, aside = 0) =>
    wrist.map(
      (each, axis) => each + way[axis]! * along + fore[axis]! * before - side[axis]! * aside,
    ) as unknown as BodyPoint;
  const palm = PALM.map(([along, deep, wide]): Ring => [...at(along), deep, wide]);
  add(SKIN, palm, 6);
  if (!curl) return;
  const thumb = THUMB.map(
    ([along, before, radius]): Ring => [...at(along, before, Math.sign(curl) * along * 0.2), radius, radius],
  );
  add(SKIN, thumb, 4);
  for (const [before, long] of FINGERS) {
    const finger = FINGER.map(([share, radius]): Ring => {
      // An arc that comes back towards the palm.
      const turned = curl * share;
      const [ahead, aside] = [Math.sin(turned) / curl, (1 - Math.cos(turned)) / curl];
      return [...at(60 + long * ahead, before, long * aside), radius, radius];
    });
    add(SKIN, finger, 3);
  }
}

/** Moves a body along x until it stands over the origin. */
function centre(positions: number[]): void {
  const xs = positions.filter((_, at) => at % 3 === 0);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  xs.forEach((x, corner) => {
    positions[corner * 3] = x - middle;
  });
}
