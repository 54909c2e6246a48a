import { DoubleSide, ShaderMaterial } from 'three';
import { EYE, FLOOR_SHARE, LIGHT, PLACEMENT, SHARED } from '../shading/chunks.ts';
import type { Vantage } from '../shading/culling.ts';
import { LIT } from '../shading/lit.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { MIRROR } from './mirror.glsl.ts';
import { PAINTED, PAINTED_GROUND } from './painted.ts';

const VERTEX = /* glsl */ `
${SHARED}${PLACEMENT}${LIT}
attribute vec3 aColor;
attribute float aPaint;
attribute vec2 aDays;
attribute float aLit;
varying float vLit;
varying vec3 vColor;
varying vec2 vPlace;
varying float vPaint;
varying float vDistance;
varying float vHeight;
void main() {
  if (uDay < aDays.x || uDay >= aDays.y) { cull(); return; }
  // In ink roads are a light grey, and land is paper.
  float pale = aPaint == 3.0 ? 1.0 : smoothstep(0.5, 0.6, aColor.g);
  vColor = mix(aColor, vec3(0.84 + 0.16 * pale), uInk);
  vPlace = position.xz;
  vPaint = aPaint;
  vLit = litOn(aLit, uDay);
  vDistance = putAt(position);
  vHeight = eye().y - position.y;
}
`;

/** From outside, a hall's floor gives back a little of its lamps where one looks along it. */
const GRAZE = /* glsl */ `
  float graze = 1.0 - clamp(vHeight / max(vDistance, 1e-3), 0.0, 1.0);
  graze *= graze;
  light += 1.6 * graze * graze * uHallLight * vLit;
`;

/** Floors of halls are tiled and give back light; the ground has the building's bays at most. */
const fragment = (on: 'floors' | 'ground', place: Vantage) => /* glsl */ `
#define ${on.toUpperCase()}
${SHARED}${LIGHT}${place === 'inside' ? EYE + MIRROR : ''}
uniform vec3 uLine;
varying vec3 vColor;
varying vec2 vPlace;
varying float vPaint;
varying float vDistance;
varying float vHeight;
varying float vLit;

void main() {
  vec2 pixel = fwidth(vPlace);
#ifdef FLOORS
  float pitch = 0.6;
  float width = mix(0.02, min(0.02, pixel.x), uInk);
  float strength = 0.9 * step(0.5, vPaint);
  vec2 at = vPlace / pitch - 0.5;
#else
  float pitch = 15.24;
  float width = 0.12;
  float strength = 0.8 * step(3.5, vPaint);
  vec2 at = vPlace / pitch;
#endif
  vec2 away = abs(fract(at) - 0.5) * pitch;
  vec2 line = clamp((width * 0.5 - away) / max(pixel, 1e-5) + 0.5, 0.0, 1.0);
  line = mix(line, vec2(width / pitch), clamp(pixel / pitch * 2.86 - 0.71, 0.0, 1.0));
  vec3 color = mix(vColor, mix(uLine, vec3(0.82), uInk), max(line.x, line.y) * strength);
  float own = color.g;
  vec3 light = lit(color, vec3(0.0, 1.0, 0.0), 1.0);
#ifdef FLOORS
  light += color * uHallLight * vLit * ${FLOOR_SHARE};
  ${place === 'inside' ? 'light = mirror(light, vec3(vPlace.x, eye().y - vHeight, vPlace.y));' : GRAZE}
#endif
  gl_FragColor = sqrt(vec4(fogged(light, vDistance), own));
}
`;

/** Painted ground and floors: flat colour, and here and there a pattern that is worked out. */
export function paintMaterial(
  shared: SharedUniforms,
  line: ShaderMaterial['uniforms'][string],
  on: 'floors' | 'ground',
  place: Vantage = 'outside',
): ShaderMaterial {
  return new ShaderMaterial({
    name: `paint on ${on} from ${place}`,
    vertexShader: VERTEX,
    fragmentShader: fragment(on, place),
    uniforms: { ...shared, uLine: line, uMirrorRows: shared.uOccluders },
    side: DoubleSide,
    ...(on === 'ground' ? PAINTED_GROUND : PAINTED),
  });
}
