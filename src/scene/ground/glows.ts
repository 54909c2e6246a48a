import { AddEquation, CustomBlending, type DataTexture, DstAlphaFactor, OneFactor, ZeroFactor } from 'three';
import type { LightName } from '../../inventory/things/materials.ts';
import { ALWAYS_FROM, type Glow, type Patch, spread } from '../../inventory/things/shapes.ts';
import { recordSchema } from '../records/recordSchema.ts';
import { definesOf, material } from '../shading/material.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import FRAGMENT from './glow.frag.glsl';
import VERTEX from './glow.vert.glsl';

/** Direction that a lit surface faces, as the shader's numbers. */
const ONTO: Readonly<Record<Glow['onto'], number>> = { ground: 0, alongZ: 1, alongX: 2 };

/** Colours of light, sRGB hex. */
const LIGHT_COLORS: Readonly<Record<LightName, string>> = {
  dock: '#ffb868',
  lamp: '#ffca86',
  hall: '#eaf1ff',
  flood: '#d3ecb8',
};

/** Metres and days, site frame; patches as (u0, v0, u1, v1). */
const GLOW_RECORD = recordSchema('Glow', {
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

/**
 * Light on the ground and on walls at night, without a light map: every pool is a quad that computes each pixel's distance from its
 * source. On walls, which are drawn before, it is added. On the ground it is stored in the frame's colour, by which the ground drawn
 * later is multiplied (see PAINTED), less what lies in the lamps' shadows. One draw call, at night only.
 */
export const glowMaterial = (shared: SharedUniforms, glows: DataTexture) =>
  material(shared, {
    name: 'glows',
    records: [[GLOW_RECORD, glows]],
    vertex: [VERTEX],
    fragment: [FRAGMENT],
    defines: definesOf('ONTO', ONTO),
    depthWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -4,
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: DstAlphaFactor,
    blendDst: OneFactor,
    blendSrcAlpha: ZeroFactor,
    blendDstAlpha: OneFactor,
  });
