import type { DataTexture } from 'three';
import type { Vantage } from '../shading/culling.ts';
import { definesOf, material } from '../shading/material.ts';
import OUTDOOR_LAMP from '../ground/outdoorLamp.glsl';
import type { SharedUniforms } from '../shading/shared.ts';
import FRAGMENT from './box.frag.glsl';
import VARYINGS from './box.varyings.glsl';
import VERTEX from './box.vert.glsl';
import { BOX_RECORD, FINISH } from './boxes.ts';

/** Direction of a box's face, as the shader's numbers. */
const FACE = { x: 0, z: 1, top: 2 };

/** The matt material of all boxes except racks. Fans and windows are a variant, because they cost time in every pixel. */
export const boxMaterial = (
  shared: SharedUniforms,
  boxes: DataTexture,
  vantage: Vantage,
  isPlan: boolean,
  has: 'lines' | 'fans' = 'lines',
) =>
  material(shared, {
    name: `boxes with ${has} from ${vantage}`,
    records: [[BOX_RECORD, boxes]],
    vertex: [OUTDOOR_LAMP, VARYINGS, VERTEX],
    fragment: [VARYINGS, FRAGMENT],
    defines: {
      ...definesOf('FINISH', FINISH),
      ...definesOf('FACE', FACE),
      FANS: has === 'fans' || undefined,
    },
    vantage,
    isPlan,
  });
