import type { Picture } from '../harness/picture.ts';

/** How much two pictures of the same thing differ once their finest detail is averaged out. */
export interface Disagreement {
  /** Of the cells, those with a channel that differs by more than {@link VISIBLE}; 0 to 1. */
  share: number;
  /** Mean difference of all channels of all cells, 0 to 255. */
  mean: number;
}

/**
 * Sides of a cell, pixels. Engines smooth edges and round the places of vertices otherwise, which moves an edge by a part of a pixel.
 */
const CELL = 6;
/** Difference of a channel, 0 to 255, from which on a cell counts. */
export const VISIBLE = 24;

/** Most that the same station may differ in two engines: where lines and letters make up the picture, and elsewhere. */
export const LIMITS = {
  lettered: { share: 0.05, mean: 4 },
  drawn: { share: 0.003, mean: 1.5 },
  /** With parts of the page over it. */
  window: { share: 0.02, mean: 2 },
} as const satisfies Record<string, Disagreement>;

/** Means of red, green and blue of every cell, row by row. */
function cells({ width, height, data }: Picture): Float32Array {
  const [columns, rows] = [Math.floor(width / CELL), Math.floor(height / CELL)];
  const means = new Float32Array(columns * rows * 3);
  for (let y = 0; y < rows * CELL; y++) {
    for (let x = 0; x < columns * CELL; x++) {
      const cell = (Math.floor(y / CELL) * columns + Math.floor(x / CELL)) * 3;
      for (let channel = 0; channel < 3; channel++)
        means[cell + channel]! += data[(y * width + x) * 4 + channel]! / (CELL * CELL);
    }
  }
  return means;
}

/** Compares two pictures of the same size; throws if they are not. Alpha is left out. */
export function disagreement(a: Picture, b: Picture): Disagreement {
  if (a.width !== b.width || a.height !== b.height)
    throw new Error(`Pictures of ${a.width}x${a.height} and ${b.width}x${b.height} cannot be compared`);
  const [own, other] = [cells(a), cells(b)];
  let sum = 0;
  let visible = 0;
  for (let cell = 0; cell < own.length; cell += 3) {
    let most = 0;
    for (let channel = cell; channel < cell + 3; channel++) {
      const difference = Math.abs(own[channel]! - other[channel]!);
      sum += difference;
      most = Math.max(most, difference);
    }
    if (most > VISIBLE) visible++;
  }
  return { share: visible / (own.length / 3), mean: sum / own.length };
}
