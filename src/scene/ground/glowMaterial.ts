import {
  AddEquation,
  CustomBlending,
  type DataTexture,
  OneFactor,
  type ShaderMaterial,
  ZeroFactor,
} from 'three';
import { definesOf, material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import FRAGMENT from './glow.frag.glsl';
import VERTEX from './glow.vert.glsl';
import { GLOW_RECORD, ONTO } from './glows.ts';

/**
 * Light on the ground and on walls at night, without a light map: every pool is a quad that computes each pixel's distance from its
 * source. On walls, which are drawn before, it is added. On the ground it is stored in the frame's colour, by which the ground drawn
 * later is multiplied (see PAINTED_GROUND). One draw call, at night only.
 */
export const glowMaterial = (shared: SharedUniforms, glows: DataTexture): ShaderMaterial =>
  material(shared, {
    name: 'glows',
    vertex: [GLOW_RECORD.glsl, VERTEX],
    fragment: [FRAGMENT],
    uniforms: { uGlows: { value: glows } },
    defines: definesOf('ONTO', ONTO),
    depthWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -4,
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: OneFactor,
    blendDst: OneFactor,
    blendSrcAlpha: ZeroFactor,
    blendDstAlpha: OneFactor,
  });
