import { type DataTexture, DoubleSide, ShaderMaterial } from 'three';
import { COLUMN } from '../records/records.ts';
import { EYE, LIGHT, OUTPUT, PLACEMENT, SHARED } from '../shading/chunks.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { nearRack } from './nearRack.glsl.ts';
import { TUBE_TEXELS } from './parts.ts';
import { OPEN_TUBES, TUBES_PER_RACK } from './rackFronts.ts';
import { BENT, SHINE } from './shine.ts';

export const FRONT_SIDES = 6;
export const FRONT_PIECES = 10;

const VERTEX = /* glsl */ `
${SHARED}${PLACEMENT}${COLUMN}${BENT}${nearRack(OPEN_TUBES, TUBES_PER_RACK)}
uniform highp sampler2D uTubes;
uniform vec4 uOpenSlot;
uniform float uOpenRack;
uniform vec3 uSteel;
varying vec3 vNormal;
varying vec3 vSite;
flat varying vec3 vColor;
flat varying vec2 vPowered;
void main() {
  const int corners = ${FRONT_SIDES * (FRONT_PIECES + 1)};
  int item = gl_VertexID / corners;
  cull();
  int tube = partAt(item) * ${TUBE_TEXELS};
  if (tube < 0) return;
  vec4 a = column(uTubes, tube);
  if (a.w <= 0.0) return;
  vec4 b = column(uTubes, tube + 1);
  vec4 c = column(uTubes, tube + 2);
  vec4 d = column(uTubes, tube + 3);
  // What hangs on the server that is drawn out has been taken off.
  if (float(rackIndex) == uOpenRack && d.z > -0.5 && max(a.y, d.y) > uOpenSlot.x - 0.03 && min(a.y, d.y) < uOpenSlot.y) return;
  a.w *= thickness(is);
  b.z = mix(a.z, b.z, standing(is));
  c.z = mix(d.z, c.z, standing(is));
  if (isSwung(c.w > 0.5)) {
    a.xyz = onDoor(a.xyz);
    b.xyz = onDoor(b.xyz);
    c.xyz = onDoor(c.xyz);
    d.xyz = onDoor(d.xyz);
  }
  int corner = gl_VertexID - item * corners;
  int ring = corner / ${FRONT_SIDES};
  float angle = float(corner - ring * ${FRONT_SIDES}) * ${(Math.PI * 2) / FRONT_SIDES};
  // The outer pieces are couplings, with a step to the hose between them.
  const int last = ${FRONT_PIECES};
  bool isCoupled = d.w > 0.0 && d.w < 1.0;
  float t = float(ring) / ${FRONT_PIECES}.0;
  if (isCoupled) t = ring < 1 ? 0.0 : ring > last - 1 ? 1.0 : mix(d.w, 1.0 - d.w, clamp(float(ring - 2) / ${FRONT_PIECES - 4}.0, 0.0, 1.0));
  bool isWide = isCoupled && (ring < 2 || ring > last - 2);
  bool isMetal = d.w >= 1.0 || (isCoupled && (ring < 3 || ring > last - 2));
  vec3 middle, away;
  bent(a.xyz, b.xyz, c.xyz, d.xyz, t, angle, middle, away);
  middle += away * (a.w * (isWide ? 1.4 : 1.0));
  vNormal = inSite(away);
  vSite = foot + inSite(middle);
  vColor = isMetal && d.w < 1.0 ? uSteel : freshTint(b.w);
  vPowered = vec2(step(days.y, uDay), isMetal ? 0.75 : 0.15);
  putAt(vSite);
}
`;

const FRAGMENT = /* glsl */ `
${SHARED}${EYE}${LIGHT}${SHINE}
varying vec3 vNormal;
varying vec3 vSite;
flat varying vec3 vColor;
flat varying vec2 vPowered;
void main() {
  vec3 light = shone(vColor, normalize(vNormal), normalize(eye() - vSite), vPowered.y, 0.66, vPowered.x);
  gl_FragColor = vec4(light, 1.0);
  ${OUTPUT}
}
`;

/** What the parts of near racks share: `uNear` holds the racks' indices, -1 for none. */
export interface NearRackUniforms {
  uKindSize: { value: Float32Array };
  uNear: { value: Int32Array };
  uRacks: { value: DataTexture };
  uArrived: ShaderMaterial['uniforms'][string];
  uSteel: ShaderMaterial['uniforms'][string];
}

/** Hoses, cables and handles of the racks that are nearest to the eye. */
export function frontMaterial(
  shared: SharedUniforms,
  tubes: DataTexture,
  uniforms: NearRackUniforms,
): ShaderMaterial {
  return new ShaderMaterial({
    name: 'fronts',
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, ...uniforms, uTubes: { value: tubes } },
    side: DoubleSide,
  });
}
