import type { DataTexture, ShaderMaterial } from 'three';
import { material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import BENT_TUBE from './bentTube.glsl';
import { RACK_TUBE_RECORD } from './nearRecords.ts';
import { NEAR_RACK_GLSL, nearRackDefines } from './nearRackGlsl.ts';
import { OPEN_TUBES, TUBES_PER_RACK } from './rackFronts.ts';
import FRAGMENT from './rackTube.frag.glsl';
import VERTEX from './rackTube.vert.glsl';

/** Corners around a tube of a near rack, and pieces along it. */
export const RACK_TUBE_SIDES = 6;
export const RACK_TUBE_PIECES = 10;

/** Hoses, cables and handles of the racks that are nearest to the eye. */
export const rackTubeMaterial = (
  shared: SharedUniforms,
  tubes: DataTexture,
  uniforms: ShaderMaterial['uniforms'],
): ShaderMaterial =>
  material(shared, {
    name: 'tubes of near racks',
    vertex: [...NEAR_RACK_GLSL, RACK_TUBE_RECORD.glsl, BENT_TUBE, VERTEX],
    fragment: [FRAGMENT],
    uniforms: { ...uniforms, uTubes: { value: tubes } },
    defines: {
      ...nearRackDefines(OPEN_TUBES, TUBES_PER_RACK),
      SIDES: RACK_TUBE_SIDES,
      PIECES: RACK_TUBE_PIECES,
      REFLECTIVE: true,
    },
  });
