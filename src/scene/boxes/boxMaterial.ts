import type { DataTexture, ShaderMaterial } from 'three';
import type { Vantage } from '../shading/culling.ts';
import { definesOf, material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import FRAGMENT from './box.frag.glsl';
import VERTEX from './box.vert.glsl';
import { BOX_RECORD, FINISH } from './boxes.ts';

/** Which way a face of a box looks. */
const FACE = { x: 0, z: 1, top: 2 };

/** The matt material of every box that is not a rack. Fans and windows are a variant of their own, because every pixel pays for them. */
export const boxMaterial = (
  shared: SharedUniforms,
  boxes: DataTexture,
  vantage: Vantage,
  has: 'lines' | 'fans' = 'lines',
): ShaderMaterial =>
  material(shared, {
    name: `boxes with ${has} from ${vantage}`,
    vertex: [BOX_RECORD.glsl, VERTEX],
    fragment: [FRAGMENT],
    uniforms: { uBoxes: { value: boxes } },
    defines: {
      ...definesOf('FINISH', FINISH),
      ...definesOf('FACE', FACE),
      FANS: has === 'fans' || undefined,
    },
    vantage,
  });
