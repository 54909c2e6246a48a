import type { DataTexture } from 'three';
import type { LightName } from '../../inventory/things/materials.ts';
import { ALWAYS_FROM, type Glow, spread } from '../../inventory/things/shapes.ts';
import { recordTexture } from '../records/records.ts';
import { colour } from '../shading/shared.ts';

/** Which way the surface faces that light falls on. The numbers are known to the shader. */
export const ONTO: Readonly<Record<Glow['onto'], number>> = { ground: 0, alongZ: 1, alongX: 2 };

/** sRGB: warm lamps at docks and roads, a hall's own light, grass under floodlights. */
const LIGHT_COLORS: Readonly<Record<LightName, string>> = {
  dock: '#ffb868',
  lamp: '#ffc27a',
  hall: '#9dcbff',
  flood: '#a9cfa4',
};

/** Texels of a glow: what is drawn; source; third coordinate, surface, reach and first day; colour. */
export const GLOW_TEXELS = 4;

/** Glows as columns of numbers in a texture; the caller owns it. */
export function glowRecords(glows: readonly Glow[]): DataTexture {
  const { texture, data } = recordTexture(glows.length * GLOW_TEXELS);
  glows.forEach(({ onto, at = 0, source, reach, within, light, strength, from = ALWAYS_FROM }, glowIndex) => {
    const { u0, v0, u1, v1 } = within ?? spread(source, reach);
    const { r, g, b } = colour(LIGHT_COLORS[light]);
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
