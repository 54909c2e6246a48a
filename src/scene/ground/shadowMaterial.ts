import { type DataTexture, CustomBlending, MaxEquation, MinEquation } from 'three';
import { CASTER_RECORD, SHADOW } from '../boxes/boxes.ts';
import CROWN from '../campus/crown.glsl';
import { definesOf, material, type MaterialParts } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import CASTER_VERTEX from './casterShadow.vert.glsl';
import OUTDOOR_LAMP from './outdoorLamp.glsl';
import FRAGMENT from './shadow.frag.glsl';
import VARYINGS from './shadow.glsl';
import VERTEX from './shadow.vert.glsl';

/**
 * Material that writes shadows into the frame's alpha, and into its colour what the sky still lights there; `vertex` places the quads,
 * see shadow.vert.glsl. Of several shadows the darkest holds.
 */
export const shadowMaterial = (
  shared: SharedUniforms,
  { vertex, ...parts }: Omit<MaterialParts, 'fragment'>,
) =>
  material(shared, {
    ...parts,
    vertex: [VARYINGS, VERTEX, ...vertex],
    fragment: [VARYINGS, FRAGMENT],
    depthWrite: false,
    blending: CustomBlending,
    blendEquation: MaxEquation,
    blendEquationAlpha: MinEquation,
  });

/** Shadows of boxes, trees and people on the slab, the ground and raised floors. */
export const casterShadowMaterial = (shared: SharedUniforms, casters: DataTexture) =>
  shadowMaterial(shared, {
    name: 'shadows of casters',
    records: [[CASTER_RECORD, casters]],
    vertex: [OUTDOOR_LAMP, CROWN, CASTER_VERTEX],
    defines: { ...definesOf('SHADOW', SHADOW), CROWNS: 6 },
  });
