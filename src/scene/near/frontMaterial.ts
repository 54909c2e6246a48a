import { type DataTexture, DoubleSide, ShaderMaterial } from 'three';
import { COLUMN } from '../columns/columns.ts';
import { MOST_KINDS, RACK_TEXELS } from '../racks/rackColumns.ts';
import { LIGHT, OUTPUT, SHARED } from '../shading/chunks.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { TUBE_TEXELS } from './parts.ts';
import { GROWN, MOST_NEAR } from './reach.ts';
import { TUBES_PER_RACK } from './rackFronts.ts';
import { BENT, SHINE } from './shine.ts';

export const FRONT_SIDES = 6;
export const FRONT_PIECES = 8;

const VERTEX = /* glsl */ `
${SHARED}${COLUMN}${BENT}${GROWN}
uniform highp sampler2D uTubes, uRacks;
uniform vec4 uKindSize[${MOST_KINDS}];
uniform int uNear[${MOST_NEAR}];
uniform vec4 uGap, uOpenSlot;
uniform float uOpenRack;
uniform vec3 uArrived;
varying vec3 vNormal;
varying vec3 vSite;
flat varying vec3 vColor;
flat varying float vPowered;
void main() {
  const int corners = ${FRONT_SIDES * (FRONT_PIECES + 1)};
  int item = gl_VertexID / corners;
  int rackIndex = uNear[item / ${TUBES_PER_RACK}];
  gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
  if (rackIndex < 0) return;
  vec4 rack = column(uRacks, rackIndex * ${RACK_TEXELS});
  vec4 days = column(uRacks, rackIndex * ${RACK_TEXELS} + 1);
  bool inGap = rack.x > uGap.x && rack.x < uGap.z && rack.z > uGap.y && rack.z < uGap.w;
  if (uDay < days.x || inGap) return;
  int kind = int(days.w);
  int tube = (kind * ${TUBES_PER_RACK} + item % ${TUBES_PER_RACK}) * ${TUBE_TEXELS};
  vec4 a = column(uTubes, tube);
  if (a.w <= 0.0) return;
  vec4 b = column(uTubes, tube + 1);
  vec4 c = column(uTubes, tube + 2);
  vec4 d = column(uTubes, tube + 3);
  // What hangs on the server that is drawn out has been taken off.
  if (float(rackIndex) == uOpenRack && d.z > -0.5 && max(a.y, d.y) > uOpenSlot.x - 0.03 && min(a.y, d.y) < uOpenSlot.y) return;
  float s = sin(rack.w), turn = cos(rack.w), front = uKindSize[kind].z * 0.5;
  vec3 foot = vec3(rack.x, rack.y, rack.z + turn * front);
  float is = grown(rack.xyz);
  if (is <= 0.0) return;
  a.w *= thickness(is);
  b.z = mix(a.z, b.z, standing(is));
  c.z = mix(d.z, c.z, standing(is));
  int corner = gl_VertexID - item * corners;
  int ring = corner / ${FRONT_SIDES};
  float angle = float(corner - ring * ${FRONT_SIDES}) * ${(Math.PI * 2) / FRONT_SIDES};
  vec3 middle, away;
  bent(a.xyz, b.xyz, c.xyz, d.xyz, float(ring) / ${FRONT_PIECES}.0, angle, middle, away);
  middle += away * a.w;
  vNormal = vec3(turn * away.x, away.y, turn * away.z);
  vSite = foot + vec3(turn * middle.x, middle.y, turn * middle.z);
  vec3 tint = mod(floor(b.w / vec3(65536.0, 256.0, 1.0)), 256.0) / 255.0;
  float fresh = exp2(-max(uDay - days.x, 0.0) / 3.0);
  vColor = mix(tint * tint, uArrived, fresh * 0.5);
  vPowered = step(days.y, uDay);
  gl_Position = projectionMatrix * viewMatrix * vec4(vSite, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
${SHARED}${LIGHT}${SHINE}
varying vec3 vNormal;
varying vec3 vSite;
flat varying vec3 vColor;
flat varying float vPowered;
void main() {
  vec3 light = shone(vColor, normalize(vNormal), normalize(cameraPosition - vSite), 0.15, 0.66, vPowered);
  gl_FragColor = vec4(light, 1.0);
  ${OUTPUT}
}
`;

/** What stands out of the racks that are nearest to the eye; `near` holds their indices, -1 for none. */
export function frontMaterial(
  shared: SharedUniforms,
  racks: DataTexture,
  tubes: DataTexture,
  uniforms: { uKindSize: { value: Float32Array }; uNear: { value: Int32Array } },
  arrived: ShaderMaterial['uniforms'][string],
): ShaderMaterial {
  return new ShaderMaterial({
    name: 'fronts',
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      ...shared,
      ...uniforms,
      uRacks: { value: racks },
      uTubes: { value: tubes },
      uArrived: arrived,
    },
    side: DoubleSide,
  });
}
