import {
  AddEquation,
  CustomBlending,
  type DataTexture,
  DoubleSide,
  OneFactor,
  ShaderMaterial,
  ZeroFactor,
} from 'three';
import { COLUMN, QUAD_CORNER } from '../records/records.ts';
import { PLACEMENT, SHARED } from '../shading/chunks.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { GLOW_TEXELS, ONTO } from './glows.ts';

/**
 * Light that lamps throw on the ground and on walls at night, without a light map: every pool is a quad that works out how far each
 * pixel is from its source. Walls are there already, and get it added; on the ground it waits in the frame's colour,
 * which is black until then, for the paint that is multiplied by it (see PAINTED). One draw, nothing baked, nothing by day.
 */
const VERTEX = /* glsl */ `
${COLUMN}${QUAD_CORNER}${SHARED}${PLACEMENT}
uniform highp sampler2D uGlows;
varying vec2 vAt;
flat varying vec4 vSource;
flat varying vec4 vGlow;
void main() {
  int item = (gl_VertexID >> 2) * ${GLOW_TEXELS};
  vec4 drawn = column(uGlows, item);
  vec4 more = column(uGlows, item + 2);
  if (uDay < more.w || uLamp <= 1.0) { cull(); return; }
  vSource = column(uGlows, item + 1);
  vAt = mix(drawn.xy, drawn.zw, quadCorner(gl_VertexID & 3) * 0.5 + 0.5);
  vec3 site = vec3(vAt.x, more.x, vAt.y);
  if (more.y == ${ONTO.alongZ}.0) site = vec3(vAt, more.x);
  if (more.y == ${ONTO.alongX}.0) site = vec3(more.x, vAt.y, vAt.x);
  float air = putAt(site) / uFog;
  vGlow = vec4(column(uGlows, item + 3).rgb / (1.0 + air * air), 1.0 / more.z);
}
`;

const FRAGMENT = /* glsl */ `
varying vec2 vAt;
flat varying vec4 vSource;
flat varying vec4 vGlow;
void main() {
  vec2 away = max(max(vSource.xy - vAt, vAt - vSource.zw), 0.0) * vGlow.w;
  float near = max(1.0 - sqrt(dot(away, away)), 0.0);
  gl_FragColor = vec4(vGlow.rgb * near * near, 0.0);
}
`;

/** Light on the ground and on walls at night. */
export function glowMaterial(shared: SharedUniforms, glows: DataTexture): ShaderMaterial {
  return new ShaderMaterial({
    name: 'glows',
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, uGlows: { value: glows } },
    side: DoubleSide,
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
}
