import type { ShaderMaterial } from 'three';
import type { Vantage } from '../shading/culling.ts';
import { definesOf, material } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import MIRROR from './mirror.glsl';
import FRAGMENT from './paint.frag.glsl';
import VERTEX from './paint.vert.glsl';
import { FLOOR_SHARE, PAINTED } from './painted.ts';
import { PAINT } from './paintGeometry.ts';

/**
 * Material that lays a floor's depth, and black, before what lies below it is drawn: the floor's light is added to the frame's colour
 * later, and pipes below it are not to shine through.
 */
export const floorBedMaterial = (shared: SharedUniforms): ShaderMaterial =>
  material(shared, {
    name: 'bed of floors',
    vertex: [VERTEX],
    fragment: ['void main() { gl_FragColor = vec4(0.0, 0.0, 0.0, 1.0); }'],
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 4,
  });

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
    defines: {
      ...definesOf('PAINT', PAINT),
      FLOOR_SHARE,
      FLOORS: on === 'floors' || undefined,
      WORN: (on === 'ground' && !isPlan) || undefined,
    },
    vantage,
    isPlan,
    ...PAINTED,
  });
