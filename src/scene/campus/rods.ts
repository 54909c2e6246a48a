import type { DataTexture } from 'three';
import { Color } from 'three';
import { columnsTexture } from '../columns/columns.ts';
import { litCode } from '../shading/lit.ts';

/** A round bar from one point to another: a pipe, a stack, a wheel. Site frame, metres. */
export interface Rod {
  from: readonly [number, number, number];
  to: readonly [number, number, number];
  radius: number;
  color: string;
  /** Days between which it stands; always if not given. */
  days?: readonly [number, number];
  /** The day from which a hall's lamps shine on it; missing: it stands in no hall. */
  lit?: number;
  /** Too small to be seen from high above: not drawn for such an eye. */
  fine?: boolean;
}

export const ROD_SIDES = 8;

/** Texels of a rod: start and radius; reach and colour as one number; first and last day, {@link litCode}. */
export const ROD_TEXELS = 3;

/** Rods as columns of numbers in a texture; the caller owns it. */
export function rodColumns(rods: readonly Rod[]): DataTexture {
  const { texture, data } = columnsTexture(rods.length * ROD_TEXELS);
  const tint = new Color();
  rods.forEach(({ from, to, radius, color, days = [-1e4, 1e6], lit }, rodIndex) => {
    const reach = to.map((end, axis) => end - from[axis]!);
    data.set(
      [...from, radius, ...reach, tint.set(color).getHex(), ...days, litCode(lit)],
      rodIndex * ROD_TEXELS * 4,
    );
  });
  return texture;
}
