import { type DataTexture, DoubleSide, ShaderMaterial } from 'three';
import { COLUMN, QUAD_CORNER } from '../records/records.ts';
import { FLOOR_SHARE, LIGHT, OUTPUT, PLACEMENT, SHARED } from '../shading/chunks.ts';
import { LIT } from '../shading/lit.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { PAINTED } from './painted.ts';

const VERTEX = /* glsl */ `
${SHARED}${PLACEMENT}
${COLUMN}${QUAD_CORNER}${LIT}
uniform highp sampler2D uPlaces;
varying vec2 vAt;
flat varying vec2 vHalf;
varying float vDistance;
flat varying float vLit;
void main() {
  vec4 place = column(uPlaces, (gl_VertexID >> 2) * 3);
  vec4 extent = column(uPlaces, (gl_VertexID >> 2) * 3 + 1);
  // Marked out when the floor is laid; under a rack there is nothing to see.
  if (uDay < extent.z || uDay > extent.w) { cull(); return; }
  vLit = litOn(column(uPlaces, (gl_VertexID >> 2) * 3 + 2).x, uDay);
  vHalf = extent.xy * 0.5;
  vAt = quadCorner(gl_VertexID & 3) * vHalf;
  float c = cos(place.w), s = sin(place.w);
  vDistance = putAt(vec3(place.x + c * vAt.x + s * vAt.y, place.y, place.z + c * vAt.y - s * vAt.x));
}
`;

const FRAGMENT = /* glsl */ `
${SHARED}${LIGHT}
uniform vec3 uFootprint, uFloor;
varying vec2 vAt;
flat varying vec2 vHalf;
varying float vDistance;
flat varying float vLit;
void main() {
  vec2 pixel = max(fwidth(vAt), 1e-5);
  vec2 inside = vHalf - 0.03 - abs(vAt);
  vec2 edge = clamp(inside / pixel + 0.5, 0.0, 1.0);
  float body = edge.x * edge.y;
  vec2 core = clamp((inside - 0.03) / pixel + 0.5, 0.0, 1.0);
  float line = body * (1.0 - core.x * core.y);
  vec3 color = mix(uFloor, uFootprint, body * 0.42 + line * 0.58);
  // In ink an outline of dashes, no wider than a pixel or two.
  vec2 thin = clamp((inside - min(pixel, 0.03)) / pixel + 0.5, 0.0, 1.0);
  float dash = step(fract((vAt.x + vAt.y) * 6.0), 0.66);
  color = mix(color, vec3(1.0 - 0.8 * body * (1.0 - thin.x * thin.y) * dash), uInk);
  color = lit(color, vec3(0.0, 1.0, 0.0), 1.0) + color * uHallLight * vLit * ${FLOOR_SHARE};
  gl_FragColor = vec4(fogged(color, vDistance), 1.0);
  ${OUTPUT}
}
`;

type Colour = ShaderMaterial['uniforms'][string];

/** Places that are marked out on the floor and not taken yet. */
export function footprintMaterial(
  shared: SharedUniforms,
  places: DataTexture,
  uFootprint: Colour,
  uFloor: Colour,
): ShaderMaterial {
  return new ShaderMaterial({
    name: 'footprints',
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, uPlaces: { value: places }, uFootprint, uFloor },
    side: DoubleSide,
    ...PAINTED,
  });
}
