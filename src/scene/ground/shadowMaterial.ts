import {
  AddEquation,
  CustomBlending,
  type DataTexture,
  DoubleSide,
  MinEquation,
  OneFactor,
  ShaderMaterial,
  ZeroFactor,
} from 'three';
import { BOX_TEXELS } from '../boxes/boxes.ts';
import { COLUMN, QUAD_CORNER } from '../records/records.ts';
import { type DrawnRacks, MOST_KINDS, RACK_TEXELS, RECORD } from '../rackRecords/rackRecords.ts';
import { PLACEMENT, PRESENCE, SHARED } from '../shading/chunks.ts';
import { occlusionFrom, type Vantage } from '../shading/culling.ts';
import type { SharedUniforms } from '../shading/shared.ts';

/**
 * Shade without a shadow map. Every caster lays a quad on the floor that works out, per pixel, the sun's shadow of a box
 * (the sweep of its footprint away from the sun, an intersection of three slabs) and the contact shadow around its foot.
 * The quads write nothing but the frame's alpha, the darkest wins, and the floor that is painted next is multiplied by it.
 * So a shadow costs one draw, grows with the days like the things that throw it, and needs nothing to be baked.
 */

/**
 * What a quad's pixels share is worked out at its corners: a software renderer pays for every step in every pixel. `vBox` is the
 * footprint's half size, the height and one over the reach; `vSweep` the sweep's direction, one over its length, and how far across
 * it the shadow goes; `vSlabs` the low and high corner of footprint and shadow together; `vPast` gives, by each axis, how far along the
 * sweep the footprint lies behind.
 */
const REACH = /* glsl */ `
varying vec2 vAt;
flat varying vec4 vBox, vSweep, vSlabs, vPast;
flat varying float vRound;
`;

const SPREAD = /* glsl */ `
/** How far the sun throws the shadow of so much height; not into a hall that shuts the eye in: there lamps hang over the aisles. */
vec2 sunShadow(float height) { return -uSun.xz / uSun.y * height * (1.0 - uInside); }
/** Lays the quad over the footprint, the sweep of its shadow and the reach of its contact shadow. */
vec2 spread(vec2 corner, vec2 halfSize, vec2 sweep, float reach) {
  vec2 low = min(-halfSize, -halfSize + sweep) - reach;
  vec2 high = max(halfSize, halfSize + sweep) + reach;
  return mix(low, high, corner * 0.5 + 0.5);
}
void share(vec2 at, vec2 halfSize, float height, vec2 sweep, float reach) {
  float span = max(length(sweep), 1e-4);
  vec2 along = sweep / span;
  vAt = at;
  vBox = vec4(halfSize, height, 1.0 / reach);
  vSweep = vec4(along, 1.0 / span, dot(abs(along.yx), halfSize));
  vSlabs = vec4(min(-halfSize, sweep - halfSize), max(halfSize, sweep + halfSize));
  vec2 slow = 1.0 / max(abs(along), 1e-3);
  vPast = vec4(sign(along) * slow, halfSize * slow);
}
`;

const BOX_VERTEX = /* glsl */ `
${COLUMN}${QUAD_CORNER}${SHARED}${PLACEMENT}${PRESENCE}${REACH}${SPREAD}
uniform highp sampler2D uBoxes;
void main() {
  int item = gl_VertexID >> 2;
  vec4 place = column(uBoxes, item * ${BOX_TEXELS});
  vec4 size = column(uBoxes, item * ${BOX_TEXELS} + 1);
  vec4 more = column(uBoxes, item * ${BOX_TEXELS} + 2);
  float cut = mod(more.w, 4.0);
  float there = presence(more.xy, uDay);
  float low = place.y;
  float height = low + size.y * there;
  vRound = cut == 2.0 ? 1.0 : 0.0;
  float floorY = 0.0;
  if (cut > 2.5) { floorY = low; height -= low; }
  if (cut > 0.5 && cut < 1.5) height = min(height, uCut);
  if (there <= 0.0) { cull(); return; }
  float c = cos(place.w), s = sin(place.w);
  vec2 away = sunShadow(height);
  vec2 sweep = vec2(c * away.x - s * away.y, s * away.x + c * away.y);
  float reach = 0.3 + min(min(height, 6.0) * 0.6, 0.8 * min(size.x, size.z) + 0.5);
  vec2 at = spread(quadCorner(gl_VertexID & 3), size.xz * 0.5, sweep, reach);
  share(at, size.xz * 0.5, height, sweep, reach);
  putAt(vec3(place.x + c * at.x + s * at.y, floorY, place.z + c * at.y - s * at.x));
}
`;

const rackVertex = (place: Vantage) => /* glsl */ `
${COLUMN}${QUAD_CORNER}${SHARED}${PLACEMENT}${REACH}${SPREAD}${occlusionFrom(place)}
uniform vec4 uKindSize[${MOST_KINDS}];
uniform highp sampler2D uRacks;
${RECORD}
void main() {
  int record = recordOf(gl_VertexID >> 2);
  vec4 rack = column(uRacks, record * ${RACK_TEXELS});
  vec4 days = column(uRacks, record * ${RACK_TEXELS} + 1);
  float grown = uDrop > 0.0 ? smoothstep(days.x - 0.5, days.x, uDay) : step(days.x, uDay);
  if (grown <= 0.0) { cull(); return; }
  vec4 size = uKindSize[int(days.w + 0.5)];
  if (record >= uCount) size.x *= column(uRacks, record * ${RACK_TEXELS} + 2).z;
  // Its shadow falls no farther than an aisle.
  vec3 near = vec3(2.0 + size.x * 0.5, 0.0, 2.5);
  if (isOccluded(rack.xyz - near, rack.xyz + near)) { cull(); return; }
  float c = cos(rack.w), s = sin(rack.w);
  float height = size.y * grown;
  vec2 away = sunShadow(height);
  vec2 sweep = vec2(c * away.x - s * away.y, s * away.x + c * away.y);
  // A little wider than the rack, so that the soft edges of neighbours leave no light between them.
  vec2 halfSize = vec2(size.x + 0.5, size.z + size.w) * 0.5;
  float reach = 0.75;
  vec2 at = spread(quadCorner(gl_VertexID & 3), halfSize, sweep, reach);
  share(at, halfSize, height, sweep, reach);
  vec2 centre = vec2(rack.x - s * size.w * 0.5, rack.z - c * size.w * 0.5);
  putAt(vec3(centre.x + c * at.x + s * at.y, rack.y, centre.y + c * at.y - s * at.x));
}
`;

const CROWN = /* glsl */ `
  if (vRound > 0.5) {
    // The crown's ball, thrown long by a low sun.
    vec2 ball = vec2((along - 0.6 / vSweep.z) * uSun.y, across) / vBox.x;
    sunless = 1.0 - smoothstep(0.6, 1.25, length(ball));
    contact = 0.0;
  }
`;

/** Crowns of trees throw a ball's shadow; racks have none, and do not pay for asking. */
const fragment = (crowns: boolean) => /* glsl */ `
${SHARED}${REACH}
void main() {
  float near = clamp(1.0 - length(max(abs(vAt) - vBox.xy, 0.0)) * vBox.w, 0.0, 1.0);
  float contact = uContact * near * near * near;
  float along = dot(vAt, vSweep.xy);
  float across = dot(vAt, vec2(-vSweep.y, vSweep.x));
  vec2 slabs = max(vSlabs.xy - vAt, vAt - vSlabs.zw);
  float outside = max(max(slabs.x, slabs.y), abs(across) - vSweep.w);
  // The farther from what throws it, the softer.
  vec2 past = vAt * vPast.xy - vPast.zw;
  float soft = 0.06 + 0.16 * vBox.z * clamp(max(past.x, past.y) * vSweep.z, 0.0, 1.0);
  float sunless = 1.0 - smoothstep(-soft, soft, outside);
  ${crowns ? CROWN : ''}
  gl_FragColor = vec4(0.0, 0.0, 0.0, (1.0 - contact) * (1.0 - uShadow * sunless));
}
`;

function shadowMaterial(
  name: string,
  vertexShader: string,
  crowns: boolean,
  uniforms: ShaderMaterial['uniforms'],
): ShaderMaterial {
  return new ShaderMaterial({
    name,
    vertexShader,
    fragmentShader: fragment(crowns),
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

/** Shadows of boxes on the slab and the ground. */
export const boxShadowMaterial = (shared: SharedUniforms, boxes: DataTexture) =>
  shadowMaterial('box shadows', BOX_VERTEX, true, { ...shared, uBoxes: { value: boxes } });

/** Shadows of racks on the floor they stand on. */
export const rackShadowMaterial = (
  shared: SharedUniforms,
  racks: DataTexture,
  kindSize: { value: Float32Array },
  drawn: DrawnRacks,
  place: Vantage,
) =>
  shadowMaterial(`rack shadows from ${place}`, rackVertex(place), false, {
    ...shared,
    ...drawn,
    uRacks: { value: racks },
    uKindSize: kindSize,
  });
