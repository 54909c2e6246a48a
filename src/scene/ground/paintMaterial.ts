import {
  AlwaysDepth,
  CustomBlending,
  DoubleSide,
  DstAlphaFactor,
  LessEqualDepth,
  OneFactor,
  ShaderMaterial,
  ZeroFactor,
} from 'three';
import { LIGHT, OUTPUT, SHARED } from '../shading/chunks.ts';
import type { SharedUniforms } from '../shading/shared.ts';

const VERTEX = /* glsl */ `
${SHARED}
attribute vec3 aColor;
attribute float aPaint;
attribute vec2 aDays;
varying vec3 vColor;
varying vec2 vPlace;
varying float vPaint;
varying vec2 vDays;
varying float vDistance;
void main() {
  vec4 seen = viewMatrix * vec4(position, 1.0);
  gl_Position = projectionMatrix * seen;
  vColor = aColor;
  vPlace = position.xz;
  vPaint = aPaint;
  vDays = aDays;
  vDistance = -seen.z;
}
`;

const FRAGMENT = /* glsl */ `
${SHARED}${LIGHT}
uniform vec3 uLine;
uniform float uReset;
varying vec3 vColor;
varying vec2 vPlace;
varying float vPaint;
varying vec2 vDays;
varying float vDistance;

float grid(vec2 at, float pitch, float width) {
  vec2 pixel = fwidth(at);
  vec2 away = abs(fract(at / pitch - 0.5) - 0.5) * pitch;
  vec2 line = 1.0 - smoothstep(width * 0.5 - pixel * 0.5, width * 0.5 + pixel * 0.5, away);
  line *= min(vec2(1.0), pixel * 0.0 + width / max(pixel, width * vec2(1.0)));
  line = mix(line, vec2(width / pitch), smoothstep(vec2(0.25), vec2(0.6), pixel / pitch));
  return max(line.x, line.y);
}
/** Cheap noise that is the same everywhere and for ever; no texture. */
float hash(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453); }
float mottle(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y);
}

void main() {
  float paint = floor(vPaint + 0.5);
  if (uDay < vDays.x || uDay >= vDays.y) discard;
  if (uReset > 0.5) { gl_FragColor = vec4(0.0, 0.0, 0.0, 1.0); return; }
  vec3 color = vColor;
  if (paint == 1.0) color = mix(color, uLine, grid(vPlace, 0.6, 0.02) * 0.9);
  else if (paint == 3.0) color *= 0.96 + 0.07 * mottle(vPlace * 0.021) - 0.05 * mottle(vPlace * 0.11);
  else if (paint == 4.0) color = mix(color, uLine, grid(vPlace + 7.62, 15.24, 0.12) * 0.8);
  color = lit(color, vec3(0.0, 1.0, 0.0), 1.0);
  gl_FragColor = vec4(hazed(color, vDistance), 1.0);
  ${OUTPUT}
}
`;

/** `ground` is the bottom of the picture, `floor` lies above it, `reset` makes room for a floor's own shade. */
export type PaintLayer = 'ground' | 'reset' | 'floor';

/** Painted floors, multiplied by the shade that waits in the frame's alpha. */
export function paintMaterial(
  shared: SharedUniforms,
  line: ShaderMaterial['uniforms'][string],
  layer: PaintLayer,
): ShaderMaterial {
  return new ShaderMaterial({
    name: `${layer} paint`,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, uLine: line, uReset: { value: layer === 'reset' ? 1 : 0 } },
    side: DoubleSide,
    depthFunc: layer === 'ground' ? AlwaysDepth : LessEqualDepth,
    depthWrite: layer !== 'floor',
    blending: CustomBlending,
    blendSrc: layer === 'reset' ? ZeroFactor : DstAlphaFactor,
    blendDst: layer === 'reset' ? OneFactor : ZeroFactor,
    blendSrcAlpha: layer === 'reset' ? OneFactor : ZeroFactor,
    blendDstAlpha: layer === 'reset' ? ZeroFactor : OneFactor,
  });
}
