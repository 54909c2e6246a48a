import { DoubleSide, ShaderMaterial } from 'three';
import { LIGHT, OUTPUT, SHARED } from '../shading/chunks.ts';
import { LIT } from '../shading/lit.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { PAINTED } from './painted.ts';

const VERTEX = /* glsl */ `
${SHARED}${LIT}
attribute vec3 aColor;
attribute float aPaint;
attribute vec2 aDays;
attribute float aLit;
varying float vLit;
varying vec3 vColor;
varying vec2 vPlace;
varying float vPaint;
varying float vDistance;
void main() {
  if (uDay < aDays.x || uDay >= aDays.y) { gl_Position = vec4(0.0, 0.0, 2.0, 1.0); return; }
  vec4 seen = viewMatrix * vec4(position, 1.0);
  gl_Position = projectionMatrix * seen;
  // In ink roads are a light grey, and land is paper.
  float pale = aPaint == 3.0 ? 1.0 : smoothstep(0.5, 0.6, aColor.g);
  vColor = mix(aColor, vec3(0.84 + 0.16 * pale), uInk);
  vPlace = position.xz;
  vPaint = aPaint;
  vLit = litOn(aLit, uDay);
  vDistance = -seen.z;
}
`;

const FRAGMENT = /* glsl */ `
${SHARED}${LIGHT}
uniform vec3 uLine;
varying vec3 vColor;
varying vec2 vPlace;
varying float vPaint;
varying float vDistance;
varying float vLit;

float grid(vec2 at, float pitch, float width) {
  vec2 pixel = fwidth(at);
  vec2 away = abs(fract(at / pitch - 0.5) - 0.5) * pitch;
  vec2 line = 1.0 - smoothstep(width * 0.5 - pixel * 0.5, width * 0.5 + pixel * 0.5, away);
  line *= min(vec2(1.0), pixel * 0.0 + width / max(pixel, width * vec2(1.0)));
  line = mix(line, vec2(width / pitch), smoothstep(vec2(0.25), vec2(0.6), pixel / pitch));
  return max(line.x, line.y);
}
void main() {
  float paint = floor(vPaint + 0.5);
  vec3 ruled = mix(uLine, vec3(0.82), uInk);
  vec3 color = vColor;
  if (paint == 1.0) color = mix(color, ruled, grid(vPlace, 0.6, mix(0.02, min(0.02, fwidth(vPlace.x)), uInk)) * 0.9);
  else if (paint == 4.0) color = mix(color, ruled, grid(vPlace + 7.62, 15.24, 0.12) * 0.8);
  color = lit(color, vec3(0.0, 1.0, 0.0), 1.0) + color * uHallLight * vLit;
  gl_FragColor = vec4(hazed(color, vDistance), 1.0);
  ${OUTPUT}
}
`;

/** Painted ground and floors: flat colour, and here and there a pattern that is worked out. */
export function paintMaterial(
  shared: SharedUniforms,
  line: ShaderMaterial['uniforms'][string],
): ShaderMaterial {
  return new ShaderMaterial({
    name: 'paint',
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, uLine: line },
    side: DoubleSide,
    ...PAINTED,
  });
}
