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
 * Light on the ground and on walls at night, without a light map: every pool is a quad that works out how far each pixel is from its
 * source. It is added to walls, which are drawn by then; on the ground it lies in the frame's colour, and the paint that comes later is
 * multiplied by it (see PAINTED_GROUND). One draw, nothing baked, nothing by day.
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
