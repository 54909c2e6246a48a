import { Color, type DataTexture } from 'three';
import { ALWAYS_FROM, ALWAYS_UNTIL, type Rod } from '../../inventory/things/shapes.ts';
import { recordTexture } from '../records/records.ts';
import { colorOf } from '../materials/materials.ts';
import { litCode } from '../shading/lit.ts';

export const ROD_SIDES = 8;

/** Texels of a rod: start and radius; reach and colour as one number; first and last day, {@link litCode}. */
export const ROD_TEXELS = 3;

/** Rods as columns of numbers in a texture; the caller owns it. */
export function rodRecords(rods: readonly Rod[]): DataTexture {
  const { texture, data } = recordTexture(rods.length * ROD_TEXELS);
  const tint = new Color();
  rods.forEach(({ from, to, radius, material, days = [ALWAYS_FROM, ALWAYS_UNTIL], lit }, rodIndex) => {
    const reach = to.map((end, axis) => end - from[axis]!);
    data.set(
      [...from, radius, ...reach, tint.set(colorOf(material)).getHex(), ...days, litCode(lit)],
      rodIndex * ROD_TEXELS * 4,
    );
  });
  return texture;
}
