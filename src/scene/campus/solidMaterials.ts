import { type DataTexture, DoubleSide, ShaderMaterial } from 'three';
import { COLUMN, QUAD_CORNER } from '../records/records.ts';
import { FACING, LIGHT, OUTPUT, PLACEMENT, PRESENCE, SHARED, TINT } from '../shading/chunks.ts';
import { LIT } from '../shading/lit.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import { ROD_SIDES, ROD_TEXELS } from './rods.ts';

const FRAGMENT = /* glsl */ `
${SHARED}${LIGHT}
varying vec3 vColor;
varying vec3 vNormal;
varying float vOpen;
varying float vDistance;
varying float vIndoors;
void main() {
  vec3 normal = normalize(vNormal);
  // A hall's lamps hang over everything.
  vec3 color = lit(vColor, normal, vOpen) + vColor * uHallLight * (vIndoors * (0.8 + 0.6 * normal.y) * mix(1.0, 4.0, uInside));
  gl_FragColor = vec4(fogged(color, vDistance), 1.0);
  ${OUTPUT}
}
`;

const VARYINGS = /* glsl */ `
varying vec3 vColor;
varying vec3 vNormal;
varying float vOpen;
varying float vDistance;
varying float vIndoors;
`;

const ROD_VERTEX = /* glsl */ `
${SHARED}${PLACEMENT}${TINT}${PRESENCE}${COLUMN}${LIT}${VARYINGS}
uniform highp sampler2D uRods;
void main() {
  int corners = ${ROD_SIDES * 3 + 1};
  int item = gl_VertexID / corners;
  int corner = gl_VertexID - item * corners;
  vec4 start = column(uRods, item * ${ROD_TEXELS});
  vec4 reach = column(uRods, item * ${ROD_TEXELS} + 1);
  vec4 more = column(uRods, item * ${ROD_TEXELS} + 2);
  float there = presence(more.xy, uDay);
  if (there <= 0.0 || min(start.y, start.y + reach.y) > uCeiling) { cull(); return; }
  vec3 along = normalize(reach.xyz);
  vec3 side = normalize(cross(along, abs(along.y) > 0.9 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 1.0, 0.0)));
  vec3 up = cross(side, along);
  // Rings: the near end, the far end, the far end again as the rim of its cap; last the cap's middle.
  int ring = corner / ${ROD_SIDES};
  float angle = float(corner - ring * ${ROD_SIDES}) * ${(Math.PI * 2) / ROD_SIDES};
  vec3 out3 = side * cos(angle) + up * sin(angle);
  vec3 site = start.xyz + reach.xyz * (ring == 0 ? 0.0 : there) + (ring == 3 ? vec3(0.0) : out3 * start.w);
  vNormal = ring >= 2 ? along : out3;
  vec3 tint = tintOf(reach.w);
  vColor = mix(tint, vec3(0.2 + 0.5 * tint.g), uInk);
  vOpen = mix(0.75, 1.0, smoothstep(0.0, 2.0, site.y));
  vIndoors = litOn(more.z, uDay);
  vDistance = putAt(site);
}
`;

/** In a plan people are left out where half the picture's height is more than some 30 m. */
const SPECK = '0.033';

const STANDING_VERTEX = /* glsl */ `
${SHARED}${PLACEMENT}${TINT}${LIT}${VARYINGS}
attribute vec4 aLook;
void main() {
  if (uDay < aLook.w || (uInk > 0.5 && projectionMatrix[1][1] < ${SPECK})) { cull(); return; }
  vNormal = normal;
  // From above a figure is shoulders, dark, and a head; its legs and hands are left white.
  float ink = aLook.y < 0.95 ? 1.0 : aLook.y > 1.0 ? 0.36 : 0.06;
  vColor = mix(tintOf(aLook.x), vec3(ink), uInk);
  vOpen = max(min(aLook.y, 1.0), uInk);
  // In a hall light comes from the faces of the racks, to both sides of who stands between them, and from above.
  vIndoors = litOn(aLook.z, uDay) * (0.9 + 2.4 * abs(normal.z) + 0.8 * max(normal.y, 0.0));
  vDistance = putAt(position);
}
`;

/** Pipes, stacks, wheels. */
export function rodMaterial(shared: SharedUniforms, rods: DataTexture): ShaderMaterial {
  return new ShaderMaterial({
    name: 'rods',
    vertexShader: ROD_VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, uRods: { value: rods } },
    side: DoubleSide,
  });
}

/** People. */
export function standingMaterial(shared: SharedUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'standing',
    vertexShader: STANDING_VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared },
    side: DoubleSide,
  });
}

const TREE_VERTEX = /* glsl */ `
${SHARED}${PLACEMENT}${FACING}${COLUMN}${QUAD_CORNER}
uniform highp sampler2D uTrees;
varying vec2 vCard;
varying vec3 vRight;
varying vec3 vUp;
varying float vTone;
varying float vDistance;
void main() {
  vec4 place = column(uTrees, gl_VertexID >> 2);
  vec2 card = quadCorner(gl_VertexID & 3);
  // The card stands upright for an eye at the ground and lies back for one above.
  vec3 back = normalize(cameraFrom(place.xyz));
  vRight = normalize(cross(vec3(0.0, 1.0, 0.0), back) + vec3(1e-5, 0.0, 0.0));
  vUp = cross(back, vRight);
  vec3 middle = place.xyz + vec3(0.0, place.w * 0.5, 0.0);
  vec3 site = middle + vRight * card.x * place.w * 0.4 + vUp * card.y * 0.5 * place.w;
  vCard = card;
  vTone = fract(place.x * 7.31);
  vDistance = putAt(site);
}
`;

const TREE_FRAGMENT = /* glsl */ `
${SHARED}${LIGHT}
uniform vec3 uColor;
varying vec2 vCard;
varying vec3 vRight;
varying vec3 vUp;
varying float vTone;
varying float vDistance;
void main() {
  // A crown like a ball of felt on a pin, as model makers use them.
  vec2 at = (vCard - vec2(0.0, 0.24)) / vec2(0.86, 0.74);
  float r2 = dot(at, at);
  vec3 color = uColor * mix(0.82, 1.14, vTone);
  vec3 normal = vec3(0.0, 1.0, 0.0);
  if (r2 < 1.0) {
    vec3 out3 = cross(vRight, vUp);
    normal = normalize(vRight * at.x + vUp * at.y + out3 * sqrt(1.0 - r2));
  } else if (abs(vCard.x) > 0.07 || vCard.y > 0.0) discard;
  else color *= 0.55;
  color = lit(color, normal, 0.62 + 0.38 * smoothstep(-0.9, 0.7, at.y));
  // In ink a circle.
  if (uInk > 0.5) {
    if (r2 >= 1.0) discard;
    color = vec3(1.0 - 0.6 * smoothstep(-2.0, -0.8, (sqrt(r2) - 1.0) / fwidth(vCard.x)));
  }
  gl_FragColor = vec4(fogged(color, vDistance), 1.0);
  ${OUTPUT}
}
`;

/** Trees: one card of two triangles each. */
export function treeMaterial(shared: SharedUniforms, color: string, trees: DataTexture): ShaderMaterial {
  return new ShaderMaterial({
    name: 'trees',
    vertexShader: TREE_VERTEX,
    fragmentShader: TREE_FRAGMENT,
    uniforms: { ...shared, uColor: { value: colour(color) }, uTrees: { value: trees } },
    side: DoubleSide,
  });
}
