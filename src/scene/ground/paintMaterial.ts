import type { ShaderMaterial } from 'three';
import type { Vantage } from '../shading/culling.ts';
import { definesOf, material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import MIRROR from './mirror.glsl';
import FRAGMENT from './paint.frag.glsl';
import VERTEX from './paint.vert.glsl';
import { FLOOR_SHARE, PAINTED, PAINTED_GROUND } from './painted.ts';
import { PAINT } from './paintGeometry.ts';

/** Material of painted ground and floors. Halls' floors have tiles and reflections; the ground has at most the building's bays. */
export const paintMaterial = (
  shared: SharedUniforms,
  line: ShaderMaterial['uniforms'][string],
  on: 'floors' | 'ground',
  isPlan: boolean,
  vantage: Vantage = 'outside',
): ShaderMaterial =>
  material(shared, {
    name: `paint on ${on} from ${vantage}`,
    vertex: [VERTEX],
    fragment: [MIRROR, FRAGMENT],
    uniforms: { uLine: line, uMirrorRows: shared.uOccluders },
    defines: { ...definesOf('PAINT', PAINT), FLOOR_SHARE, FLOORS: on === 'floors' || undefined },
    vantage,
    isPlan,
    ...(on === 'ground' ? PAINTED_GROUND : PAINTED),
  });
