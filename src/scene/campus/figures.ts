import { BufferAttribute, BufferGeometry } from 'three';
import { litCode } from '../shading/lit.ts';
import type { Person } from './Campus.ts';

/** How a figure holds itself; a catalogue item that names none of them stands. */
export const POSES = ['standing', 'walking', 'working'] as const;
export type Pose = (typeof POSES)[number];

/** The pose of a catalogue item, by its id. */
export const poseOf = (item: string): Pose => POSES.find((pose) => item.includes(pose)) ?? 'standing';

/** A figure of height 1 that looks along x with its shoulders along z, centred over the origin. */
export interface Figure {
  /** 3 per corner: x, y, z. */
  positions: number[];
  normals: number[];
  /** How light the cloth is at each corner: 1 is the jacket. */
  cloths: number[];
  index: number[];
}

type Point = readonly [number, number, number];

const TROUSERS = 0.34;
const HEAD = 0.78;

/** A tube through points, as wide across as its radius and `flat` of that along x; rounded by rings of their own normals. */
function limb(
  figure: Figure,
  points: readonly Point[],
  radii: readonly number[],
  cloth: number,
  flat = 1,
  sides = 5,
): void {
  const first = figure.positions.length / 3;
  const [sx, sy] = points[0]!;
  const [ex, ey] = points.at(-1)!;
  // All limbs lie nearly in planes of walking: one frame for the whole of it does.
  const length = Math.hypot(ex - sx, ey - sy) || 1;
  const forward = [(ey - sy) / length, -(ex - sx) / length] as const;
  points.forEach(([x, y, z], ring) => {
    for (let side = 0; side < sides; side++) {
      const angle = (side / sides) * Math.PI * 2;
      const across = Math.sin(angle);
      const along = Math.cos(angle) * flat;
      const radius = radii[ring]!;
      figure.positions.push(
        x + forward[0] * along * radius,
        y + forward[1] * along * radius,
        z + across * radius,
      );
      const steep = Math.hypot(along, across) || 1;
      figure.normals.push((forward[0] * along) / steep, (forward[1] * along) / steep, across / steep);
      figure.cloths.push(cloth);
      if (ring === 0) continue;
      const low = first + (ring - 1) * sides;
      const next = (side + 1) % sides;
      figure.index.push(low + side, low + next, low + sides + next);
      figure.index.push(low + side, low + sides + next, low + sides + side);
    }
  });
}

/** Where the joints of one pose are; shares of the height. A pair is the left and the right one's x and y. */
interface Joints {
  lean: number;
  knees: readonly [Point2, Point2];
  feet: readonly [Point2, Point2];
  elbows: readonly [Point2, Point2];
  hands: readonly [Point2, Point2];
}
type Point2 = readonly [number, number];

const JOINTS: Readonly<Record<Pose, Joints>> = {
  standing: {
    lean: 0,
    knees: [
      [0.006, 0.27],
      [0.006, 0.27],
    ],
    feet: [
      [-0.01, 0.035],
      [0, 0.035],
    ],
    elbows: [
      [-0.012, 0.63],
      [-0.006, 0.63],
    ],
    hands: [
      [0.02, 0.475],
      [0.03, 0.475],
    ],
  },
  walking: {
    lean: 0.025,
    knees: [
      [0.085, 0.285],
      [-0.025, 0.265],
    ],
    feet: [
      [0.15, 0.04],
      [-0.185, 0.06],
    ],
    elbows: [
      [-0.075, 0.645],
      [0.07, 0.64],
    ],
    hands: [
      [-0.075, 0.5],
      [0.175, 0.535],
    ],
  },
  working: {
    lean: 0.09,
    knees: [
      [0.03, 0.265],
      [-0.06, 0.27],
    ],
    feet: [
      [0.02, 0.035],
      [-0.15, 0.035],
    ],
    elbows: [
      [0.2, 0.71],
      [0.17, 0.655],
    ],
    hands: [
      [0.33, 0.765],
      [0.31, 0.7],
    ],
  },
};

/** Hem, waist, chest, shoulders, neck: height and half width; shares of the height. */
const TRUNK = [
  [0.445, 0.093],
  [0.6, 0.076],
  [0.76, 0.1],
  [0.822, 0.088],
  [0.85, 0.033],
] as const;
const HEAD_RINGS = [
  [0.845, 0.027],
  [0.872, 0.036],
  [0.905, 0.047],
  [0.942, 0.05],
  [0.975, 0.041],
  [0.993, 0.024],
  [1, 0],
] as const;
const HIP = 0.5;

/** A model maker's figure in a pose: some 140 corners, 220 triangles. Proportions after general anatomy, assumed. */
export function figureOf(pose: Pose): Figure {
  const figure: Figure = { positions: [], normals: [], cloths: [], index: [] };
  const { lean, knees, feet, elbows, hands } = JOINTS[pose];
  /** Leaning forward moves what is above the hips. */
  const leant = (height: number) => Math.max(0, (height - HIP) / (1 - HIP)) ** 1.2 * lean * 1.6;
  for (const side of [0, 1] as const) {
    const z = side ? 0.05 : -0.05;
    const [kx, ky] = knees[side];
    const [fx, fy] = feet[side];
    limb(
      figure,
      [
        [0, HIP, z],
        [kx, ky, z],
        [fx, fy, z],
      ],
      [0.05, 0.041, 0.027],
      TROUSERS,
    );
    limb(
      figure,
      [
        [fx - 0.028, fy - 0.005, z],
        [fx + 0.02, fy - 0.01, z],
        [fx + 0.085, fy - 0.021, z],
      ],
      [0.026, 0.028, 0.014],
      TROUSERS * 0.5,
    );
    const out = side ? 1 : -1;
    limb(
      figure,
      [
        [leant(0.81), 0.815, out * 0.088],
        [leant(0.63) + elbows[side][0], elbows[side][1], out * 0.111],
        [leant(0.48) + hands[side][0], hands[side][1], out * 0.1],
      ],
      [0.034, 0.028, 0.021],
      0.94,
    );
  }
  const trunk = TRUNK.map(([height]): Point => [leant(height), height, 0]);
  limb(
    figure,
    trunk,
    TRUNK.map(([, half]) => half),
    1,
    0.62,
    7,
  );
  const head = HEAD_RINGS.map(([height]): Point => [leant(height) + 0.008, height, 0]);
  limb(
    figure,
    head,
    HEAD_RINGS.map(([, half]) => half),
    HEAD,
    1.12,
    6,
  );
  centre(figure.positions);
  return figure;
}

/** Moves a figure along x until it stands over its place, and down until its soles touch the floor. */
function centre(positions: number[]): void {
  const along = positions.filter((_, at) => at % 3 === 0);
  const middle = (Math.min(...along) + Math.max(...along)) / 2;
  const sole = Math.min(...positions.filter((_, at) => at % 3 === 1));
  for (let at = 0; at < positions.length; at += 3) {
    positions[at] = positions[at]! - middle;
    positions[at + 1] = (positions[at + 1]! - sole) / (1 - sole);
  }
}

/** Jackets, from paper to graphite. */
const JACKETS = [1, 0.5, 0.16, 0.82, 0.3] as const;

/** All people as one geometry, site frame; `aLook` is how light, how open to the sky, the day of their hall's lamps, their own. */
export function peopleGeometry(people: readonly Person[]): BufferGeometry {
  const figures = Object.fromEntries(POSES.map((pose) => [pose, figureOf(pose)])) as Record<Pose, Figure>;
  const positions: number[] = [];
  const normals: number[] = [];
  const looks: number[] = [];
  const index: number[] = [];
  people.forEach(({ x, y, z, height, heading, pose, from = -1e4, lit }, personIndex) => {
    const { positions: own, normals: ways, cloths, index: corners } = figures[pose];
    const first = positions.length / 3;
    const jacket = JACKETS[personIndex % JACKETS.length]!;
    const [c, s] = [Math.cos(heading), Math.sin(heading)];
    for (let corner = 0; corner < cloths.length; corner++) {
      const [px = 0, py = 0, pz = 0] = own.slice(corner * 3, corner * 3 + 3);
      const [nx = 0, ny = 0, nz = 0] = ways.slice(corner * 3, corner * 3 + 3);
      positions.push(x + height * (c * px + s * pz), y + height * py, z + height * (c * pz - s * px));
      normals.push(c * nx + s * nz, ny, c * nz - s * nx);
      const cloth = cloths[corner]!;
      looks.push(cloth > 0.9 ? cloth * jacket : cloth, 0.6 + 0.4 * Math.min(1, py / 0.7), litCode(lit), from);
    }
    for (const corner of corners) index.push(first + corner);
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3));
  geometry.setAttribute('aLook', new BufferAttribute(new Float32Array(looks), 4));
  geometry.setIndex(index);
  return geometry;
}
