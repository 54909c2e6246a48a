import { acrossOf, type BodyMesh, limb, minus, type Ring, unit } from './limb.ts';
import { ANKLE, JOINTS } from '../../inventory/people/poses.ts';
import type { Stance } from '../../inventory/things/shapes.ts';

/** Numbers of a body's colours; a hat has the colour of the vest's band. */
const SKIN = 0;
const HAIR = 1;
const SHIRT = 2;
const VEST = 3;
const BAND = 4;
const TROUSERS = 5;
const SHOES = 6;

export const HEADS = ['short', 'bun', 'hat'] as const;
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

/** The stance of somebody who holds something: leaning, and with bent knees where it is low. */
export interface Holding {
  /** How far the neck is ahead of the hips. */
  lean: number;
  /** How much lower the hips are than in standing upright. */
  drop: number;
  /** Of the left leg, and of the right one; those of the pose if not given. */
  knees?: readonly BodyPoint[];
  /** Of the left arm, and of the right one. */
  arms: readonly (readonly [elbow: BodyPoint, wrist: BodyPoint])[];
}

/** Height, x of the centre, half depth, half width, colour; lengths in thousandths of the person's height, as below. */
type Level = readonly [y: number, x: number, deep: number, wide: number, paint?: number];

const TRUNK: readonly Level[] = [
  [458, 0, 30, 44],
  [486, -3, 62, 86],
  [524, -6, 69, 97],
  [545, -3, 67, 96],
  [538, -2, 73, 103, VEST],
  [574, 0, 69, 97],
  [606, 0, 66, 93, BAND],
  [628, 0, 66, 93, VEST],
  [668, 3, 69, 98],
  [700, 4, 71, 102, BAND],
  [722, 4, 72, 105, VEST],
  [766, 2, 69, 108],
  [798, -4, 56, 104],
  [822, -8, 42, 82],
  [841, -8, 34, 50, SHIRT],
  [850, -6, 34, 38],
  [863, -2, 32, 34, SKIN],
  [868, 0, 30, 31],
];
const HEAD: readonly Level[] = [
  [850, -3, 29, 30],
  [872, 2, 32, 31],
  [878, 10, 41, 33],
  [893, 10, 47, 38],
  [915, 7, 52, 42],
  [940, 4, 55, 45],
  [962, 2, 53, 44],
  [984, 0, 39, 33],
  [997, 0, 0, 0],
];
const NOSE: readonly Level[] = [
  [940, 54, 4, 4],
  [917, 61, 8, 8],
  [908, 56, 2, 3],
];
const EAR: readonly Level[] = [
  [901, -4, 0, 0],
  [906, -4, 6, 4],
  [922, -7, 10, 6],
  [932, -8, 8, 5],
  [936, -8, 0, 0],
];
/** Hair: the head, a little wider, farther back and down to the nape. */
const HAIR_LEVELS = HEAD.slice(3).map(
  ([y, x, deep, wide]): Level => [y + 4, x - 11 + (y - 893) / 9, deep + 2, wide + 4],
);
const BUN: readonly Level[] = [
  [930, -62, 0, 0],
  [938, -64, 20, 20],
  [964, -64, 21, 21],
  [974, -62, 0, 0],
];
const HAT: readonly Level[] = [
  [951, 6, 54, 46],
  [953, 10, 76, 57],
  [960, 9, 74, 56],
  [968, 2, 63, 52],
  [990, 1, 59, 48],
  [1010, 0, 41, 33],
  [1018, 0, 0, 0],
];

/** Start of arms and legs: height, and distance from the middle. */
const SHOULDER = [806, 100] as const;
export const HIP = [512, 50] as const;

const leantBy = (lean: number, y: number) => (Math.max(0, y - HIP[0]) / 338) ** 1.2 * lean;
/** A shoulder (side 0 left, 1 right) for a lean and a drop. */
export const shoulderOf = (side: 0 | 1, lean: number, drop: number, shape = 1): BodyPoint => [
  leantBy(lean, SHOULDER[0]) - 4,
  SHOULDER[0] - drop,
  (side ? 1 : -1) * SHOULDER[1] * shape,
];
/** Along a limb from joint to joint: share of the way, half depth, half width. */
const UPPER_ARM = [
  [-0.16, 0, 0],
  [-0.1, 24, 22],
  [0, 36, 31],
  [0.25, 37, 30],
  [0.7, 30, 27],
] as const;
const FOREARM = [
  [0, 29, 27],
  [0.08, 25, 24],
  [0.2, 29, 27],
  [0.55, 25, 23],
  [0.82, 23, 22],
  [0.88, 26, 24],
  [0.96, 24, 22],
] as const;
const THIGH = [
  [0, 59, 47],
  [0.12, 56, 47],
  [0.4, 56, 49],
  [0.85, 47, 44],
] as const;
const SHIN = [
  [0, 45, 42],
  [0.1, 40, 38],
  [0.3, 44, 40],
  [0.72, 38, 35],
  [0.82, 41, 38],
  [0.9, 36, 34],
  [1, 43, 38],
] as const;
/** Along the palm from the wrist: position, half depth (its width), half width (its thickness). */
const PALM = [
  [-14, 15, 13],
  [8, 18, 13],
  [30, 23, 13],
  [54, 23, 11],
  [62, 19, 7],
  [64, 0, 0],
] as const;
/** The four fingers: across the palm from its middle, and how long. */
const FINGERS = [
  [17, 40],
  [6, 46],
  [-5, 43],
  [-15, 33],
] as const;
/** Along a finger: share of its length, radius, and share of its curl. */
const FINGER = [
  [-0.2, 6.5, 0],
  [0.3, 6.4, 0.16],
  [0.65, 5.8, 0.55],
  [0.95, 5, 1],
  [1, 0, 1.05],
] as const;
/** How far fingers are curled, share of their length: of a hand that hangs, and of one that holds. */
const CURL = { hanging: 0.3, holding: 0.85 } as const;
const THUMB = [
  [10, 10, 7, 7],
  [34, 27, 8, 8],
  [54, 31, 7, 7],
  [64, 31, 0, 0],
] as const;
/** Along a shoe from the ankle: x, height of its centre, half height, half width, and share of a raised heel's lift. */
const SHOE = [
  [-36, 22, 6, 10, 1],
  [-31, 26, 28, 24, 1],
  [6, 28, 36, 27, 0.9],
  [42, 18, 26, 29, 0.45],
  [78, 12, 18, 31, 0],
  [102, 10, 13, 22, 0],
  [108, 8, 0, 0, 0],
] as const;

type Add = (paint: number, rings: readonly Ring[], sides: number, upright?: boolean) => void;
const between = (a: BodyPoint, b: BodyPoint, share: number): BodyPoint => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** The mesh of a body, with about 1,100 corners, or 230 if coarse. Proportions are assumed, after general anatomy. */
export function bodyOf(
  stance: Stance,
  { head = 'short', shape = 1, coarse = false, held }: Build = {},
): BodyMesh {
  const figure: BodyMesh = { positions: [], normals: [], paints: [], index: [] };
  const { legs, arms, ...own } = JOINTS[stance];
  /** Leaning forward moves what is above the hips. */
  const { lean, drop } = held ?? { ...own, drop: 0 };
  const leant = (y: number) => leantBy(lean, y);
  const add: Add = (paint, rings, sides, upright) => {
    const kept = rings.filter(
      (ring, at) => !coarse || at % 2 === 0 || at === rings.length - 1 || ring[5] !== undefined,
    );
    limb(figure, paint, kept, coarse ? Math.max(4, sides >> 1) : sides, upright);
  };
  const levels = (paint: number, list: readonly Level[], sides: number, wider = false) =>
    add(
      paint,
      list.map(([y, x, deep, wide, ...paint]): Ring => {
        const own = wider ? (y > 640 ? shape : 2 - shape) : 1;
        return [x + leant(Math.min(y, 880)), y - drop, 0, deep, wide * own, ...paint];
      }),
      sides,
      true,
    );
  levels(TROUSERS, TRUNK, 10, true);
  levels(SKIN, HEAD, 10);
  levels(HAIR, HAIR_LEVELS, 10);
  if (head === 'bun') levels(HAIR, BUN, 8);
  if (head === 'hat') levels(BAND, HAT, 10);
  if (!coarse) {
    levels(SKIN, NOSE, 4);
    for (const side of [-1, 1])
      add(
        SKIN,
        EAR.map(([y, x, deep, wide]): Ring => [x + leant(880), y - drop, side * 45, deep, wide]),
        5,
        true,
      );
  }
  for (const side of [0, 1] as const) {
    const out = side ? 1 : -1;
    const [kneeX, kneeY, footX, footY] = legs[side] as readonly [number, number, number, number];
    const hip: BodyPoint = [0, HIP[0] - drop, out * HIP[1]];
    const ankle: BodyPoint = [footX, footY, out * 48];
    const knee = held?.knees?.[side] ?? ([kneeX, kneeY, out * 50] as const);
    const along = (a: BodyPoint, b: BodyPoint, rings: readonly (readonly [number, number, number])[]) =>
      rings.map(([share, deep, wide]): Ring => [...between(a, b, share), deep, wide]);
    /** From afar no folds: these of the rings alone. */
    const few = <R>(rings: readonly R[], ...kept: number[]) =>
      coarse ? rings.filter((_, at) => kept.includes(at)) : rings;
    const sides = coarse ? 4 : 7;
    const leg = [...along(hip, knee, few(THIGH, 0, 3)), ...along(knee, ankle, few(SHIN, 2, 6))];
    limb(figure, TROUSERS, leg, sides);
    const shoe = SHOE.map(([x, y, high, wide, lift]): Ring => {
      const middle: BodyPoint = [footX + x, y + (footY - ANKLE) * lift, out * (48 + x * 0.12)];
      return [...middle, high, wide];
    });
    add(SHOES, shoe, 8);
    const [ex, ey, ez, wx, wy, wz] = arms[side] as readonly [number, number, number, number, number, number];
    const shoulder = shoulderOf(side, lean, drop, shape);
    const [elbow, wrist] = held?.arms[side] ?? [
      [leant(ey) + ex, ey, out * ez * shape] as const,
      [leant(wy) + wx, wy, out * wz] as const,
    ];
    const arm = [
      ...along(shoulder, elbow, few(UPPER_ARM, 0, 2, 4)),
      ...along(elbow, wrist, few(FOREARM, 3, 6)),
    ];
    limb(figure, SHIRT, arm, sides);
    addHand(add, elbow, wrist, { coarse, curl: out * (held ? CURL.holding : CURL.hanging) });
  }
  if (!held) centre(figure.positions);
  return figure;
}

/** Adds a hand in line with its forearm, the thumb in front or above, its fingers curled towards the body by `curl`, less than 0 on the left. */
function addHand(
  add: Add,
  elbow: BodyPoint,
  wrist: BodyPoint,
  { coarse, curl }: { coarse: boolean; curl: number },
): void {
  const way = unit(minus(wrist, elbow));
  const [fore, side] = acrossOf(way);
  const at = (along: number, before = 0, aside = 0): BodyPoint => [
    wrist[0] + way[0] * along + fore[0] * before - side[0] * aside,
    wrist[1] + way[1] * along + fore[1] * before - side[1] * aside,
    wrist[2] + way[2] * along + fore[2] * before - side[2] * aside,
  ];
  const palm = PALM.map(([along, deep, wide]): Ring => [...at(along), deep, wide]);
  add(SKIN, palm, 8);
  if (coarse) return;
  const thumb = THUMB.map(
    ([along, before, deep, wide]): Ring => [...at(along, before, curl * along * 0.3), deep, wide],
  );
  add(SKIN, thumb, 5);
  for (const [before, long] of FINGERS) {
    const finger = FINGER.map(([share, radius, bend]): Ring => {
      // A finger comes back towards the palm as it curls.
      const along = 58 + long * share * (1 - 0.5 * Math.abs(curl) * bend);
      return [...at(along, before, curl * long * bend * 0.8), radius, radius];
    });
    add(SKIN, finger, 5);
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
