import { Color, type DataTexture } from 'three';
import { recordTexture } from '../records/records.ts';

/** What a part's faces show. The numbers are known to the shader. */
export const FINISH = {
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
} as const;

/** Which way a part moves. */
export const MOVES = {
  /** With its server. */
  server: 0,
  /** Lifted off the GPU that is looked at. */
  plate: 1,
  /** The module of the GPU that is looked at, lifted a little. */
  module: 2,
  /** There only for the GPU that is looked at, and moves with its module. */
  bare: 3,
  /** There only while a plate is lifted. */
  beside: 4,
  /** Half as far as its server: the middle part of a slide. */
  slide: 5,
  /** Not at all: it belongs to the rack. */
  rack: 6,
} as const;

export type Point = readonly [number, number, number];

/** A box, server frame, metres; `gpu` (1-based) is the one that it belongs to, 0 for none. */
export interface Part {
  x: number;
  y: number;
  z: number;
  size: Point;
  color: string;
  finish?: keyof typeof FINISH;
  moves?: keyof typeof MOVES;
  gpu?: number;
}

/** A bent tube from the first point to the last; the two between them pull it, as those of a Bezier curve. */
export interface Tube {
  points: readonly [Point, Point, Point, Point];
  radius: number;
  color: string;
  /** Its end moves with the plate of this GPU (1-based); its start, if negative. */
  gpu?: number;
}

export const PART_TEXELS = 3;
export const TUBE_TEXELS = 4;

/** Parts as columns: centre and GPU; size and finish; colour as one number, and how it moves. */
export function partRecords(parts: readonly Part[]): DataTexture {
  const { texture, data } = recordTexture(parts.length * PART_TEXELS);
  const tint = new Color();
  parts.forEach(({ x, y, z, size, color, finish = 'plain', moves = 'server', gpu = 0 }, at) => {
    const hex = tint.set(color).getHex();
    data.set([x, y, z, gpu, ...size, FINISH[finish], hex, MOVES[moves], 0, 0], at * PART_TEXELS * 4);
  });
  return texture;
}

/** Tubes as columns: the four points, with radius, colour as one number, GPU of its end and of its start. */
export function tubeRecords(tubes: readonly Tube[]): DataTexture {
  const { texture, data } = recordTexture(tubes.length * TUBE_TEXELS);
  const tint = new Color();
  tubes.forEach(({ points: [a, b, c, d], radius, color, gpu = 0 }, at) => {
    const hex = tint.set(color).getHex();
    data.set(
      [...a, radius, ...b, hex, ...c, Math.max(gpu, 0), ...d, Math.max(-gpu, 0)],
      at * TUBE_TEXELS * 4,
    );
  });
  return texture;
}
