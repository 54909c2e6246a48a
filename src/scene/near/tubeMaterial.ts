import { type DataTexture, DoubleSide, ShaderMaterial } from 'three';
import { COLUMN } from '../records/records.ts';
import { EYE, LIGHT, OUTPUT, PLACEMENT, SHARED, TINT } from '../shading/chunks.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { drawn, type NearUniforms, PLACE } from './partMaterial.ts';
import { TUBE_TEXELS } from './parts.ts';
import { BENT, SHINE } from './shine.ts';

/** Corners around a tube, and pieces along it. */
export const TUBE_SIDES = 7;
export const TUBE_PIECES = 14;

const TUBE_VERTEX = /* glsl */ `
${SHARED}${PLACEMENT}${TINT}${COLUMN}${PLACE}
${BENT}
uniform highp sampler2D uTubes;
varying vec3 vNormal;
varying vec3 vSite;
varying float vDeep;
flat varying vec3 vColor;
/** How steeply its surface lies, 0 along its outline; and how far its loose end is, if it has one. */
varying vec2 vEdge;
void main() {
  const int corners = ${TUBE_SIDES * (TUBE_PIECES + 1)};
  int item = gl_VertexID / corners;
  int corner = gl_VertexID - item * corners;
  int ring = corner / ${TUBE_SIDES};
  vec4 a = column(uTubes, item * ${TUBE_TEXELS});
  vec4 b = column(uTubes, item * ${TUBE_TEXELS} + 1);
  vec4 c = column(uTubes, item * ${TUBE_TEXELS} + 2);
  vec4 d = column(uTubes, item * ${TUBE_TEXELS} + 3);
  // An end on the plate that is opened goes with it.
  if (abs(c.w - uSubject) < 0.5) { c.xyz = hinged(c.xyz); d.xyz = hinged(d.xyz); }
  if (d.w > 0.5 && abs(d.w - uSubject) < 0.5) { a.xyz = hinged(a.xyz); b.xyz = hinged(b.xyz); }
  float t = float(ring) / ${TUBE_PIECES}.0;
  float angle = float(corner - ring * ${TUBE_SIDES}) * ${(Math.PI * 2) / TUBE_SIDES};
  vec3 middle, out3;
#ifdef INK
  // Corners lie on the outline that is seen from above, so that it is one clean line.
  float s = 1.0 - t;
  middle = bezier(a.xyz, b.xyz, c.xyz, d.xyz, t);
  vec3 along = normalize((b.xyz - a.xyz) * (s * s) + (c.xyz - b.xyz) * (2.0 * s * t) + (d.xyz - c.xyz) * (t * t) + vec3(1e-6, 0.0, 0.0));
  vec2 way = along.xz + (d.xz - a.xz) * 1e-3 + vec2(1e-7);
  vec3 across = normalize(vec3(way.y, 0.0, -way.x));
  int side = corner - ring * ${TUBE_SIDES};
  angle = side < 4 ? float(side) * ${Math.PI / 3} : ${Math.PI} + float(side - 3) * ${Math.PI / (TUBE_SIDES - 3)};
  out3 = across * cos(angle) + cross(along, across) * sin(angle);
  vEdge = vec2(side == 0 || side == 3 ? 0.0 : out3.y, c.w > 0.5 ? 1.0 - t : 1.0);
#else
  bent(a.xyz, b.xyz, c.xyz, d.xyz, t, angle, middle, out3);
#endif
  vNormal = out3 * vec3(uPlace.w, 1.0, uPlace.w);
  vDeep = smoothstep(-0.02, 0.085, middle.y);
  vSite = inSite(middle + out3 * a.w);
  vColor = tintOf(b.w);
  putAt(vSite);
}
`;

const TUBE_FRAGMENT = /* glsl */ `
${SHARED}${EYE}${LIGHT}${SHINE}
uniform float uState;
varying vec3 vNormal;
varying vec3 vSite;
varying float vDeep;
flat varying vec3 vColor;
varying vec2 vEdge;
void main() {
#ifdef INK
  // Into an open end one sees its other side.
  vec2 edge = abs(vEdge) / max(fwidth(vEdge), 1e-5);
  gl_FragColor = vec4(vec3(1.0 - 0.88 * clamp(1.7 - min(edge.x, edge.y), 0.0, 1.0)), 1.0);
#else
  vec3 normal = normalize(vNormal);
  float open = mix(0.62, 1.0, vDeep) * mix(0.72, 1.0, normal.y * 0.5 + 0.5);
  vec3 light = shone(vColor, normal, normalize(eye() - vSite), 0.18, open, step(0.5, uState));
  gl_FragColor = vec4(light, 1.0);
#endif
  ${OUTPUT}
}
`;

/** Hoses and cables of an open server. */
export const tubeMaterial = (
  shared: SharedUniforms,
  near: NearUniforms,
  tubes: DataTexture,
  isInk: boolean,
) =>
  new ShaderMaterial({
    ...drawn(isInk),
    name: 'tubes',
    vertexShader: TUBE_VERTEX,
    fragmentShader: TUBE_FRAGMENT,
    uniforms: { ...shared, ...near, uTubes: { value: tubes } },
    side: DoubleSide,
  });
