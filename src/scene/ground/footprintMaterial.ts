import type { DataTexture, ShaderMaterial } from 'three';
import { recordSchema } from '../records/recordSchema.ts';
import { PALETTE } from '../shading/look.ts';
import { material } from '../shading/material.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import FRAGMENT from './footprint.frag.glsl';
import VERTEX from './footprint.vert.glsl';
import { FLOOR_SHARE, PAINTED } from './painted.ts';

/** A rack place on the floor; metres and days, site frame. */
export const FOOTPRINT_RECORD = recordSchema('Footprint', {
  middle: 'vec3',
  heading: 'float',
  /** Width and depth. */
  size: 'vec2',
  /** From the day on which the floor is laid until the day on which a rack stands there. */
  days: 'vec2',
  /** The day from which its hall is lit. */
  lit: 'float',
});

/** Material of the marks for places without a rack. */
export const footprintMaterial = (
  shared: SharedUniforms,
  footprints: DataTexture,
  isPlan: boolean,
): ShaderMaterial =>
  material(shared, {
    name: 'footprints',
    vertex: [FOOTPRINT_RECORD.glsl, VERTEX],
    fragment: [FRAGMENT],
    uniforms: {
      uFootprints: { value: footprints },
      uFootprint: { value: colour(PALETTE.footprint) },
      uFloor: { value: colour(PALETTE.floor) },
    },
    defines: { FLOOR_SHARE },
    isPlan,
    ...PAINTED,
  });
