import type { DataTexture } from 'three';
import type { SubjectKind } from '../../inventory/things/subject.ts';
import { recordSchema, tintNumber } from '../records/recordSchema.ts';
import { type ColorName, PALETTE } from '../shading/look.ts';

/** What a part's faces show; the shader uses these numbers. */
export const PART_FINISH = {
  plain: 0,
  /** Bare metal that mirrors the lamps. */
  metal: 1,
  /** A printed board with its traces. */
  circuit: 2,
  /** Upright fins along z. */
  fins: 3,
  /** Rows of small parts: coils, capacitors, memory chips. */
  studs: 4,
  /** A polished die with its blocks. */
  die: 5,
  /** Round holes, as in a grille. */
  holes: 6,
  /** A steel rule, a mark every millimetre along z. */
  rule: 7,
  /** A lamp in the colour of its server's state. */
  lamp: 8,
  /** Polished silicon, as of stacks of memory. */
  mirror: 9,
  /** A strip of light. */
  light: 10,
} as const;

/** What a part moves with. */
export const MOVES = {
  /** With its server. */
  server: 0,
  /** The cold plate, which opens on the selected GPU. */
  plate: 1,
  /** The package: drawn for the selected GPU only. */
  bare: 3,
  /** The rule: drawn only while the selected GPU's plate is open. */
  beside: 4,
  /** The middle part of a slide, which moves half as far as the server. */
  slide: 5,
  /** The rack: it does not move. */
  rack: 6,
} as const;

export type Point = readonly [number, number, number];

/** A box, server frame, metres; `gpu` (1-based) is the one that it belongs to, 0 for none. */
export interface Part {
  x: number;
  y: number;
  z: number;
  size: Point;
  color: ColorName;
  finish?: keyof typeof PART_FINISH;
  moves?: keyof typeof MOVES;
  gpu?: number;
  /** What it is; by default its GPU, or else the server. */
  is?: SubjectKind;
}

/** A part with its centre at a place, server frame, metres. */
export const partAt = (
  [x, y, z]: Point,
  size: Point,
  color: ColorName,
  finish: Part['finish'] = 'plain',
  more: Partial<Part> = {},
): Part => ({ x, y, z, size, color, finish, ...more });

/** A tube along a cubic Bezier curve; server frame, metres. */
export interface Tube {
  points: readonly [Point, Point, Point, Point];
  radius: number;
  color: ColorName;
  /** Its end moves with the cold plate of this GPU (1-based); 0 for none. */
  gpu?: number;
  /** What it is; a hose by default. */
  is?: SubjectKind;
}

/** The curve from `a` to `d` that leaves `a` towards `b` and arrives from `c`. */
export const curve = (a: Point, b: Point, c: Point, d: Point): Tube['points'] => [a, b, c, d];

/** The straight line between two places as a curve. */
export function straight(from: Point, to: Point): Tube['points'] {
  const at = (share: number): Point => [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
  return [from, at(1 / 3), at(2 / 3), to];
}

/** A box of the server that is drawn out; metres, frame of the server. */
export const PART_RECORD = recordSchema('Part', {
  centre: 'vec3',
  gpu: 'float',
  size: 'vec3',
  /** See {@link PART_FINISH}. */
  finish: 'float',
  tint: 'tint',
  /** See {@link MOVES}. */
  moves: 'float',
});

/** A hose or cable of the server that is drawn out; metres, frame of the server. */
export const TUBE_RECORD = recordSchema('Tube', {
  a: 'vec3',
  radius: 'float',
  b: 'vec3',
  tint: 'tint',
  c: 'vec3',
  gpuOfEnd: 'float',
  d: 'vec3',
  /** 1 for bare metal. */
  metal: 'float',
});

/** Colours of tubes that are bare metal; hoses have others. */
const METALS: ReadonlySet<ColorName> = new Set(['nickel', 'steel', 'copper']);

/** Parts as records; the caller owns the texture. */
export const partRecords = (parts: readonly Part[]): DataTexture =>
  PART_RECORD.texture(parts, ({ x, y, z, size, color, finish = 'plain', moves = 'server', gpu = 0 }) => ({
    centre: [x, y, z],
    gpu,
    size,
    finish: PART_FINISH[finish],
    tint: tintNumber(PALETTE[color]),
    moves: MOVES[moves],
  }));

/** Tubes as records; the caller owns the texture. */
export const tubeRecords = (tubes: readonly Tube[]): DataTexture =>
  TUBE_RECORD.texture(tubes, ({ points: [a, b, c, d], radius, color, gpu = 0 }) => ({
    ...{ a, b, c, d, radius },
    tint: tintNumber(PALETTE[color]),
    gpuOfEnd: gpu,
    metal: METALS.has(color) ? 1 : 0,
  }));
