import type { DataTexture, ShaderMaterial } from 'three';
import { definesOf, material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import BARS from './bars.glsl';
import { RACK_BOX_RECORD } from './nearRecords.ts';
import { NEAR_RACK_GLSL, nearRackDefines } from './nearRackGlsl.ts';
import FRAGMENT from './rackBox.frag.glsl';
import VERTEX from './rackBox.vert.glsl';
import { RACK_BOX_FINISH, BOXES_PER_RACK, OPEN_BOXES } from './rackBoxes.ts';

/** Pumps, displays, doors' frames and what is behind an open one, of the racks that are nearest to the eye. */
export const rackBoxMaterial = (
  shared: SharedUniforms,
  boxes: DataTexture,
  uniforms: ShaderMaterial['uniforms'],
): ShaderMaterial =>
  material(shared, {
    name: 'boxes of near racks',
    vertex: [...NEAR_RACK_GLSL, RACK_BOX_RECORD.glsl, VERTEX],
    fragment: [BARS, FRAGMENT],
    uniforms: { ...uniforms, uBoxes: { value: boxes } },
    defines: {
      ...nearRackDefines(OPEN_BOXES, BOXES_PER_RACK),
      ...definesOf('BOX', RACK_BOX_FINISH),
      REFLECTIVE: true,
    },
  });
