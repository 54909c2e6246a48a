import type { DataTexture } from 'three';
import type { LightName } from '../../inventory/things/materials.ts';
import { ALWAYS_FROM, type Glow, type Patch, spread } from '../../inventory/things/shapes.ts';
import { recordSchema } from '../records/recordSchema.ts';
import { colour } from '../shading/shared.ts';

/** Direction that a lit surface faces, as the shader's numbers. */
export const ONTO: Readonly<Record<Glow['onto'], number>> = { ground: 0, alongZ: 1, alongX: 2 };

/** Colours of light, sRGB hex. */
const LIGHT_COLORS: Readonly<Record<LightName, string>> = {
  dock: '#ffb868',
  lamp: '#ffc27a',
  hall: '#9dcbff',
  flood: '#a9cfa4',
};

/** Metres and days, site frame; patches as (u0, v0, u1, v1). */
export const GLOW_RECORD = recordSchema('Glow', {
  drawn: 'vec4',
  source: 'vec4',
  /** Third coordinate of the surface. */
  at: 'float',
  /** See {@link ONTO}. */
  onto: 'float',
  reach: 'float',
  from: 'float',
  color: 'vec3',
});

/** Glows as records; the caller owns the texture. */
export const glowRecords = (glows: readonly Glow[]): DataTexture =>
  GLOW_RECORD.texture(
    glows,
    ({ onto, at = 0, source, reach, within, light, strength, from = ALWAYS_FROM }) => ({
      drawn: corners(within ?? spread(source, reach)),
      source: corners(source),
      at,
      onto: ONTO[onto],
      reach,
      from,
      color: colour(LIGHT_COLORS[light])
        .toArray()
        .map((part) => Math.sqrt(part) * strength),
    }),
  );

const corners = ({ u0, v0, u1, v1 }: Patch) => [u0, v0, u1, v1];
