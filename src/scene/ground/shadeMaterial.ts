import { AddEquation, CustomBlending, DoubleSide, MinEquation, OneFactor, ShaderMaterial, ZeroFactor } from 'three';
import { MOST_KINDS } from '../racks/rackAttributes.ts';
import { PRESENCE, SHARED } from '../shading/chunks.ts';
import type { SharedUniforms } from '../shading/shared.ts';

/**
 * Shade without a shadow map. Every caster lays a quad on the floor that works out, per pixel, the sun's shadow of a box
 * (the sweep of its footprint away from the sun, an intersection of three slabs) and the contact shade around its foot.
 * The quads write nothing but the frame's alpha, the darkest wins, and the floor that is painted next is multiplied by it.
 * So shade costs one draw, grows with the days like the things that throw it, and needs nothing to be baked.
 */

const REACH = /* glsl */ `
varying vec2 vAt;
flat varying vec4 vBox;
flat varying vec2 vSweep;
`;

const SPREAD = /* glsl */ `
/** Lays the quad over the footprint, the sweep of its shadow and the reach of its contact shade. */
vec2 spread(vec2 corner, vec2 halfSize, vec2 sweep, float reach) {
  vec2 low = min(-halfSize, -halfSize + sweep) - reach;
  vec2 high = max(halfSize, halfSize + sweep) + reach;
  return mix(low, high, corner * 0.5 + 0.5);
}
`;

const BOX_VERTEX = /* glsl */ `
${SHARED}${PRESENCE}${REACH}${SPREAD}
attribute vec4 aPlace;
attribute vec3 aSize;
attribute vec2 aDays;
attribute float aCut;
void main() {
  float there = presence(aDays, uDay);
  float low = aPlace.y;
  float height = low + aSize.y * there;
  if (aCut > 0.5) height = min(height, uCut);
  if (there <= 0.0) { gl_Position = vec4(0.0, 0.0, 2.0, 1.0); return; }
  float c = cos(aPlace.w), s = sin(aPlace.w);
  vec2 away = -uSun.xz / uSun.y * height;
  vec2 sweep = vec2(c * away.x - s * away.y, s * away.x + c * away.y);
  float reach = 0.3 + min(min(height, 6.0) * 0.6, 0.8 * min(aSize.x, aSize.z) + 0.5);
  vec2 at = spread(position.xz, aSize.xz * 0.5, sweep, reach);
  vAt = at;
  vBox = vec4(aSize.xz * 0.5, height, reach);
  vSweep = sweep;
  gl_Position = projectionMatrix * viewMatrix * vec4(aPlace.x + c * at.x + s * at.y, 0.0, aPlace.z + c * at.y - s * at.x, 1.0);
}
`;

const RACK_VERTEX = /* glsl */ `
${SHARED}${REACH}${SPREAD}
uniform vec4 uKindSize[${MOST_KINDS}];
attribute vec4 aRack;
attribute vec3 aDays;
attribute float aKind;
void main() {
  float grown = smoothstep(aDays.x - 0.5, aDays.x, uDay);
  if (grown <= 0.0) { gl_Position = vec4(0.0, 0.0, 2.0, 1.0); return; }
  vec4 size = uKindSize[int(aKind + 0.5)];
  float c = cos(aRack.w), s = sin(aRack.w);
  float height = size.y * grown;
  vec2 away = -uSun.xz / uSun.y * height;
  vec2 sweep = vec2(c * away.x - s * away.y, s * away.x + c * away.y);
  vec2 halfSize = vec2(size.x, size.z + size.w) * 0.5;
  float reach = 0.75;
  vec2 at = spread(position.xz, halfSize, sweep, reach);
  vAt = at;
  vBox = vec4(halfSize, height, reach);
  vSweep = sweep;
  vec2 centre = vec2(aRack.x - s * size.w * 0.5, aRack.z - c * size.w * 0.5);
  gl_Position = projectionMatrix * viewMatrix
    * vec4(centre.x + c * at.x + s * at.y, aRack.y, centre.y + c * at.y - s * at.x, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
${SHARED}${REACH}
void main() {
  vec2 halfSize = vBox.xy;
  vec2 out2 = abs(vAt) - halfSize;
  float away = length(max(out2, 0.0)) + min(max(out2.x, out2.y), 0.0);
  float near = clamp(1.0 - away / vBox.w, 0.0, 1.0);
  float contact = uContact * near * near * near;
  float span = max(length(vSweep), 1e-4);
  vec2 along = vSweep / span;
  vec2 across = vec2(-along.y, along.x);
  vec2 low = min(-halfSize, -halfSize + vSweep), high = max(halfSize, halfSize + vSweep);
  vec2 slabs = max(low - vAt, vAt - high);
  float band = abs(dot(vAt, across)) - dot(abs(across), halfSize);
  float outside = max(max(slabs.x, slabs.y), band);
  // The farther from the foot, the softer.
  float far = clamp(dot(vAt, along) / span, 0.0, 1.0);
  float soft = 0.06 + 0.16 * vBox.z * far;
  float sunless = 1.0 - smoothstep(-soft, soft, outside);
  gl_FragColor = vec4(0.0, 0.0, 0.0, (1.0 - contact) * (1.0 - uShadow * sunless));
}
`;

function shadeMaterial(name: string, vertexShader: string, uniforms: ShaderMaterial['uniforms']): ShaderMaterial {
  return new ShaderMaterial({
    name,
    vertexShader,
    fragmentShader: FRAGMENT,
    uniforms,
    depthWrite: false,
    side: DoubleSide,
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: ZeroFactor,
    blendDst: OneFactor,
    blendEquationAlpha: MinEquation,
    blendSrcAlpha: OneFactor,
    blendDstAlpha: OneFactor,
  });
}

/** Shade of boxes on the slab and the ground. */
export const boxShadeMaterial = (shared: SharedUniforms) => shadeMaterial('box shade', BOX_VERTEX, { ...shared });

/** Shade of racks on the floor they stand on. */
export const rackShadeMaterial = (shared: SharedUniforms, kindSize: { value: Float32Array }) =>
  shadeMaterial('rack shade', RACK_VERTEX, { ...shared, uKindSize: kindSize });
