import type { DataTexture } from 'three';
import { columnsTexture } from '../columns/columns.ts';
import { colour } from '../shading/shared.ts';

/** Which way the surface faces that light falls on: up, along z, along x. The numbers are known to the shader. */
export const ONTO = { ground: 0, alongZ: 1, alongX: 2 } as const;

/** A rectangle on a surface: x and z on the ground, x and height or z and height on a wall; metres, site frame. */
export interface Patch {
  u0: number;
  v0: number;
  u1: number;
  v1: number;
}

/** Light that lies on the ground or a wall at night: full on its source, none beyond its reach. All strengths are assumed. */
export interface Glow {
  onto: keyof typeof ONTO;
  /** Third coordinate of the surface: height of the ground, z or x of a wall; metres. */
  at?: number;
  /** Where the light is full. */
  source: Patch;
  /** How far from there it ends, metres. */
  reach: number;
  /** What of all that is drawn; the source and its reach if not given. */
  within?: Patch;
  /** sRGB hex, and how bright it is in the middle: a share of white on the screen. */
  color: string;
  strength: number;
  /** The day from which it shines; always if not given. */
  from?: number;
}

/** Texels of a glow: what is drawn; source; third coordinate, surface, reach and first day; colour. */
export const GLOW_TEXELS = 4;
const ALWAYS = -1e4;

/** Glows as columns of numbers in a texture; the caller owns it. */
export function glowColumns(glows: readonly Glow[]): DataTexture {
  const { texture, data } = columnsTexture(glows.length * GLOW_TEXELS);
  glows.forEach(({ onto, at = 0, source, reach, within, color, strength, from = ALWAYS }, glowIndex) => {
    const { u0, v0, u1, v1 } = within ?? spread(source, reach);
    const { r, g, b } = colour(color);
    const shade = [r, g, b].map((part) => Math.sqrt(part) * strength) as [number, number, number];
    data.set(
      [
        ...[u0, v0, u1, v1],
        ...[source.u0, source.v0, source.u1, source.v1],
        ...[at, ONTO[onto], reach, from],
        ...shade,
      ],
      glowIndex * GLOW_TEXELS * 4,
    );
  });
  return texture;
}

const spread = ({ u0, v0, u1, v1 }: Patch, reach: number): Patch => ({
  u0: u0 - reach,
  v0: v0 - reach,
  u1: u1 + reach,
  v1: v1 + reach,
});

/** The light around a lit rectangle that is cut open: four sides, so that nothing is drawn in the rectangle itself. */
export function around(glow: Glow): Glow[] {
  const { source, reach } = glow;
  const { u0, v0, u1, v1 } = spread(source, reach);
  return [
    { u0, v0, u1, v1: source.v0 },
    { u0, v0: source.v1, u1, v1 },
    { u0, v0: source.v0, u1: source.u0, v1: source.v1 },
    { u0: source.u1, v0: source.v0, u1, v1: source.v1 },
  ].map((within) => ({ ...glow, within }));
}

/** A round pool under a lamp at a place on the ground. */
export const pool = (x: number, z: number, reach: number, color: string, strength: number): Glow => ({
  onto: 'ground',
  source: { u0: x, v0: z, u1: x, v1: z },
  reach,
  color,
  strength,
});
