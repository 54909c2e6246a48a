import {
  AddEquation,
  CustomBlending,
  EqualStencilFunc,
  GreaterDepth,
  IncrementStencilOp,
  OneFactor,
  OneMinusSrcAlphaFactor,
  type ShaderMaterial,
  SrcAlphaFactor,
  ZeroFactor,
} from 'three';
import { material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import OUTDOOR_LAMP from '../ground/outdoorLamp.glsl';
import FRAGMENT from './person.frag.glsl';
import VERTEX from './person.vert.glsl';

/** Material of people. */
export const personMaterial = (shared: SharedUniforms, isPlan: boolean): ShaderMaterial =>
  material(shared, { name: 'people', vertex: [VERTEX], fragment: [OUTDOOR_LAMP, FRAGMENT], isPlan });

/**
 * Material of people's images in a hall's floor, drawn once the floor is there: upside down below it, where the stencil says that a
 * pixel shows the floor, and once in each such pixel. The frame's alpha stays as it is.
 */
export const personImageMaterial = (shared: SharedUniforms): ShaderMaterial =>
  material(shared, {
    name: 'images of people',
    vertex: [VERTEX],
    fragment: [OUTDOOR_LAMP, FRAGMENT],
    defines: { IMAGE: true },
    depthWrite: false,
    depthFunc: GreaterDepth,
    stencilWrite: true,
    stencilRef: 1,
    stencilFunc: EqualStencilFunc,
    stencilZPass: IncrementStencilOp,
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: SrcAlphaFactor,
    blendDst: OneMinusSrcAlphaFactor,
    blendSrcAlpha: ZeroFactor,
    blendDstAlpha: OneFactor,
  });
