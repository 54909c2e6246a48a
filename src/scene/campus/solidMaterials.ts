import { ShaderMaterial } from 'three';
import { LIGHT, OUTPUT, PRESENCE, SHARED } from '../shading/chunks.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';

const FRAGMENT = /* glsl */ `
${SHARED}${LIGHT}
varying vec3 vColor;
varying vec3 vNormal;
varying float vOpen;
varying float vDistance;
void main() {
  vec3 color = lit(vColor, normalize(vNormal), vOpen);
  gl_FragColor = vec4(hazed(color, vDistance), 1.0);
  ${OUTPUT}
}
`;

const VARYINGS = /* glsl */ `
varying vec3 vColor;
varying vec3 vNormal;
varying float vOpen;
varying float vDistance;
`;

const ROD_VERTEX = /* glsl */ `
${SHARED}${PRESENCE}${VARYINGS}
attribute vec4 aStart;
attribute vec3 aReach;
attribute vec3 aTint;
attribute vec2 aDays;
void main() {
  float there = presence(aDays, uDay);
  if (there <= 0.0) { gl_Position = vec4(0.0, 0.0, 2.0, 1.0); return; }
  vec3 along = normalize(aReach);
  vec3 side = normalize(cross(along, abs(along.y) > 0.9 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 1.0, 0.0)));
  vec3 up = cross(side, along);
  vec3 site = aStart.xyz + aReach * position.y * there + (side * position.x + up * position.z) * aStart.w;
  vNormal = side * normal.x + along * normal.y + up * normal.z;
  vColor = aTint;
  vOpen = mix(0.75, 1.0, smoothstep(0.0, 2.0, site.y));
  vec4 seen = viewMatrix * vec4(site, 1.0);
  gl_Position = projectionMatrix * seen;
  vDistance = -seen.z;
}
`;

const STANDING_VERTEX = /* glsl */ `
${SHARED}${VARYINGS}
uniform vec3 uColor;
attribute vec4 aPlace;
attribute vec2 aStature;
void main() {
  float c = cos(aPlace.w), s = sin(aPlace.w);
  vec3 local = position * vec3(aStature.y, aStature.x, aStature.y);
  vec3 site = aPlace.xyz + vec3(c * local.x + s * local.z, local.y, c * local.z - s * local.x);
  vNormal = vec3(c * normal.x + s * normal.z, normal.y, c * normal.z - s * normal.x);
  vColor = uColor;
  vOpen = mix(0.6, 1.0, smoothstep(0.0, 0.7, position.y));
  vec4 seen = viewMatrix * vec4(site, 1.0);
  gl_Position = projectionMatrix * seen;
  vDistance = -seen.z;
}
`;

/** Pipes, stacks, wheels. */
export function rodMaterial(shared: SharedUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'rods',
    vertexShader: ROD_VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared },
  });
}

/** Trees and people: one shape of unit height, many places, one colour. */
export function standingMaterial(shared: SharedUniforms, color: string): ShaderMaterial {
  return new ShaderMaterial({
    name: 'standing',
    vertexShader: STANDING_VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, uColor: { value: colour(color) } },
  });
}
