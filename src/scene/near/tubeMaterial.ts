import type { DataTexture, ShaderMaterial } from 'three';
import { material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import BENT_TUBE from './bentTube.glsl';
import type { NearUniforms } from './partMaterial.ts';
import { TUBE_RECORD } from './parts.ts';
import SERVER_FRAME from './serverFrame.glsl';
import FRAGMENT from './tube.frag.glsl';
import VERTEX from './tube.vert.glsl';

/** Corners around a tube, and pieces along it. */
export const TUBE_SIDES = 7;
export const TUBE_PIECES = 14;

/** Hoses and cables of an open server. */
export const tubeMaterial = (
  shared: SharedUniforms,
  near: NearUniforms,
  tubes: DataTexture,
  isPlan: boolean,
): ShaderMaterial =>
  material(shared, {
    name: 'tubes',
    vertex: [TUBE_RECORD.glsl, SERVER_FRAME, BENT_TUBE, VERTEX],
    fragment: [FRAGMENT],
    uniforms: { ...near, uTubes: { value: tubes } },
    defines: {
      SIDES: TUBE_SIDES,
      PIECES: TUBE_PIECES,
      REFLECTIVE: !isPlan || undefined,
    },
    isPlan,
  });
