import { DataTexture, LinearFilter, RedFormat } from 'three';
import type { ServerPlan } from '../../layout/serverPlan.ts';
import type { Part, Tube } from './parts.ts';

/** Places across and along a server for which it is worked out. */
export const OPENNESS_GRID = { columns: 72, rows: 144 } as const;
const { columns: COLUMNS, rows: ROWS } = OPENNESS_GRID;
/** Ways over the floor plan, and distances along them, in places. */
const WAYS = 12;
const STEPS = [1, 2, 3, 5, 8, 12];
/** Straight pieces of a hose, and how dark it is right under one, 0 to 1. */
const PIECES = 24;
const UNDER_HOSE = 0.55;

/**
 * How much of the light from above reaches what is highest at each place of an open server, 0 to 255: between its parts, beside its walls
 * and under its hoses it is darker. Rows from the front, columns from the left as seen from there.
 */
export function opennessOf(
  { width, depth }: Pick<ServerPlan, 'width' | 'depth'>,
  parts: readonly Part[],
  tubes: readonly Tube[],
): Uint8Array<ArrayBuffer> {
  const [wide, long] = [width / COLUMNS, depth / ROWS];
  const heights = new Float32Array(COLUMNS * ROWS);
  const within = (at: number, count: number) => Math.max(0, Math.min(count, at));
  for (const { x, y, z, size, moves } of parts) {
    if (moves === 'rack' || moves === 'slide' || moves === 'bare' || moves === 'beside') continue;
    const [left, right] = [-1, 1].map((side) =>
      within(Math.round((x + (side * size[0]) / 2 + width / 2) / wide), COLUMNS),
    ) as [number, number];
    const [front, rear] = [1, -1].map((end) =>
      within(Math.round(-(z + (end * size[2]) / 2) / long), ROWS),
    ) as [number, number];
    // A thin wall takes the place that its middle is in.
    const last = Math.max(right, left + 1);
    for (let row = front; row < Math.max(rear, front + 1); row++)
      for (let column = left; column < last; column++) {
        const at = Math.min(row, ROWS - 1) * COLUMNS + Math.min(column, COLUMNS - 1);
        heights[at] = Math.max(heights[at]!, y + size[1] / 2);
      }
  }
  const open = new Float32Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const here = heights[row * COLUMNS + column]!;
      let hidden = 0;
      for (let way = 0; way < WAYS; way++) {
        const angle = ((way + 0.5) / WAYS) * Math.PI * 2;
        let steepest = 0;
        for (const step of STEPS) {
          const [dx, dz] = [Math.cos(angle) * step, Math.sin(angle) * step];
          const [c, r] = [Math.round(column + dx), Math.round(row + dz * (wide / long))];
          if (c < 0 || c >= COLUMNS || r < 0 || r >= ROWS) break;
          const rise = heights[r * COLUMNS + c]! - here;
          steepest = Math.max(steepest, rise / (step * wide));
        }
        // Share of the light of a cloudy sky that a rim so steep hides.
        hidden += (steepest * steepest) / (1 + steepest * steepest);
      }
      open[row * COLUMNS + column] = 1 - hidden / WAYS;
    }
  for (const tube of tubes) shadeUnder(open, heights, tube, { width, wide, long });
  return Uint8Array.from(open, (share) => Math.round(share * 255));
}

/** Darkens what lies under a hose: less the higher it hangs, and farther around. */
function shadeUnder(
  open: Float32Array,
  heights: Float32Array,
  { points: [a, b, c, d], radius }: Tube,
  { width, wide, long }: { width: number; wide: number; long: number },
): void {
  const dark = new Map<number, number>();
  for (let piece = 0; piece <= PIECES; piece++) {
    const t = piece / PIECES;
    const s = 1 - t;
    const along = (axis: 0 | 1 | 2) =>
      a[axis] * s ** 3 + 3 * b[axis] * s * s * t + 3 * c[axis] * s * t * t + d[axis] * t ** 3;
    const [column, row] = [(along(0) + width / 2) / wide - 0.5, -along(2) / long - 0.5];
    for (let r = Math.floor(row) - 2; r <= row + 3; r++)
      for (let q = Math.floor(column) - 2; q <= column + 3; q++) {
        if (q < 0 || q >= COLUMNS || r < 0 || r >= ROWS) continue;
        const at = r * COLUMNS + q;
        const gap = Math.max(0, along(1) - heights[at]!);
        const reach = radius * 1.6 + gap * 0.4;
        const away = Math.hypot((q - column) * wide, (r - row) * long) / reach;
        const share = (UNDER_HOSE * Math.exp(-away * away)) / (1 + (gap / (radius * 6)) ** 2);
        dark.set(at, Math.max(dark.get(at) ?? 0, share));
      }
  }
  for (const [at, share] of dark) open[at] = open[at]! * (1 - share);
}

const textureOf = (data: Uint8Array<ArrayBuffer>, columns: number, rows: number): DataTexture => {
  const texture = new DataTexture(data, columns, rows, RedFormat);
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
};

/** {@link opennessOf} as a texture; the caller owns it. */
export const opennessTexture = (...given: Parameters<typeof opennessOf>): DataTexture =>
  textureOf(opennessOf(...given), COLUMNS, ROWS);

/** A texture that is open everywhere; the caller owns it. */
export const openTexture = (): DataTexture => textureOf(new Uint8Array([255]), 1, 1);
