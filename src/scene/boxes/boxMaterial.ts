import { type DataTexture, DoubleSide, ShaderMaterial } from 'three';
import { BOX_CORNER, COLUMN } from '../records/records.ts';
import { FACING, LIGHT, OUTPUT, PLACEMENT, PRESENCE, SHARED, TINT } from '../shading/chunks.ts';
import { occlusionFrom, type Vantage } from '../shading/culling.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { LIT } from '../shading/lit.ts';
import { BOX_TEXELS } from './boxes.ts';

const vertex = (place: Vantage) => /* glsl */ `
${SHARED}${PLACEMENT}${TINT}${PRESENCE}${FACING}${COLUMN}${BOX_CORNER}${LIT}${occlusionFrom(place)}
uniform highp sampler2D uBoxes;
varying vec3 vColor;
varying vec3 vNormal;
varying vec3 vLocal;
varying vec3 vBox;
varying vec2 vFace;
varying float vDistance;
flat varying float vLit;
flat varying vec4 vRule;
flat varying vec3 vRuled;

void main() {
  vLit = 0.0;
  int item = gl_VertexID / 12;
  vec4 place = column(uBoxes, item * ${BOX_TEXELS});
  vec4 size = column(uBoxes, item * ${BOX_TEXELS} + 1);
  vec4 more = column(uBoxes, item * ${BOX_TEXELS} + 2);
  vec3 corner, face;
  boxCorner(gl_VertexID - item * 12, corner, face);
  float finish = size.w;
  float there = presence(more.xy, uDay);
  float low = place.y;
  float high = low + size.y * there;
  float cut = 0.0;
  if (finish == 1.0 || finish == 6.0) {
    cut = step(uCut, high);
    high = min(high, uCut);
  }
  if (finish == 2.0) there *= uRoof;
  bool isCeiling = finish == 8.0 || finish == 9.0;
  if (isCeiling) there *= uInside;
  // A plan is cut: what begins above the cut is left out, and a building is hollow.
  if (uInk > 0.5 && (low > uCut || (finish < 0.0 && high > uCut))) there = 0.0;
  if (low > uCeiling && !isCeiling) there = 0.0;
  if (there <= 0.0 || high <= low) {
    cull();
    return;
  }
  // The roof comes down onto the walls as it is put on.
  float lift = finish == 2.0 ? (1.0 - uRoof) * 9.0 : (isCeiling ? (1.0 - uInside) * 4.0 : 0.0);
  vec3 halfSize = vec3(size.x, high - low, size.z) * 0.5;
  // A cut wall is never thinner on a plan than a pixel of a picture 700 pixels high.
  if (cut > 0.5) halfSize.xz = max(halfSize.xz, vec2(0.0011 * uInk / projectionMatrix[1][1]));
  vec3 centre = vec3(place.x, (low + high) * 0.5 + lift, place.z);
  float c = cos(place.w), s = sin(place.w);
  vec2 reach = abs(vec2(c, s)) * halfSize.x + abs(vec2(s, c)) * halfSize.z;
  if (isOccluded(centre - vec3(reach.x, halfSize.y, reach.y), centre + vec3(reach.x, halfSize.y, reach.y))) {
    cull();
    return;
  }
  vec3 toCamera = cameraFrom(centre);
  vec3 side = facing(vec3(c * toCamera.x - s * toCamera.z, toCamera.y, s * toCamera.x + c * toCamera.z));
  vec3 local = corner * side * halfSize;
  vec3 axis = face * side;
  vec3 site = centre + vec3(c * local.x + s * local.z, local.y, c * local.z - s * local.x);
  vDistance = putAt(site);
  vNormal = vec3(c * axis.x + s * axis.z, axis.y, c * axis.z - s * axis.x);
  vLocal = vec3(local.x, local.y + halfSize.y, local.z);
  vBox = vec3(halfSize.x, high - low, halfSize.z);
  // 0 and 1: the long or short side; 2: top or bottom; the sign says whether it is the cap of a cut.
  vFace = vec2(face.y > 0.5 ? 2.0 : (face.x > 0.5 ? 0.0 : 1.0), finish);
  vec3 tint = tintOf(more.z);
  // In ink things are white; the darkest are a light grey.
  tint = mix(tint, vec3(0.76 + 0.24 * smoothstep(0.02, 0.3, tint.g)), uInk);
  vColor = cut > 0.5 && face.y > 0.5 && side.y > 0.0 ? uCutColor : tint;
  vLit = litOn(more.w, uDay);
  // The moon on a pale roof, and what shines by itself.
  if ((finish == 7.0 || finish == 2.0) && uLamp > 1.0) {
    vLit = 0.2;
    vColor *= vec3(0.76, 0.88, 1.1);
  }
  // A bus stands under the lamps of its road, which are warmer than those of halls.
  if (finish == 5.0 && uLamp > 1.0) {
    vLit = 0.55;
    vColor *= vec3(1.7, 1.0, 0.6);
  }
  if (finish == 10.0) {
    vColor = mix(vColor, vec3(1.0, 0.62, 0.28), clamp(uLamp - 1.0, 0.0, 1.0));
    vLit *= 9.0;
  }
  // Repeated lines across and up a face: pitch and width of both; strength of both, and where the first begins.
  bool top = face.y > 0.5;
  vRule = vec4(1.0, 0.0, 1.0, 0.0);
  vRuled = vec3(0.0);
  if (finish == 3.0 && !top) { vRule.xy = vec2(0.6, 0.3); vRuled.x = 0.45; }
  else if (finish == 4.0) { vRule.xy = vec2(0.55, 0.2); vRuled.x = 0.22; }
  else if (finish == 6.0 && !top) { vRule.xy = vec2(15.24, 0.35); vRuled = vec3(0.14, 0.0, 0.5); }
  else if ((finish == 7.0 || finish == 2.0) && top) { vRule = vec4(15.24, 0.3, 3.048, 0.12); vRuled.xy = vec2(0.07, 0.04); }
  else if (finish == 8.0 && top) { vRule = vec4(1.2, 0.05, 1.2, 0.05); vRuled.xy = vec2(0.06); }
}
`;

/** Two lines of fans, one every 1.2 m, as on the catalogue's unit of 26; the windows of a bus. Few boxes have them. */
const FANS_AND_WINDOWS = /* glsl */ `
  if (finish == 3.0 && top) {
    vec2 cell = vec2(fract(vLocal.x / 1.12 + 0.5) - 0.5, fract(vLocal.z / 1.194 + 0.5) - 0.5) * vec2(1.12, 1.194);
    float wide = pixel.x + pixel.y;
    float ring = length(cell);
    float fan = 1.0 - smoothstep(0.42 - wide, 0.42 + wide, ring);
    float hub = 1.0 - smoothstep(0.12 - wide, 0.12 + wide, ring);
    fan = mix(fan, 0.45, smoothstep(0.5, 1.5, wide));
    color = mix(color, vec3(0.09, 0.095, 0.1), fan * (0.85 - 0.6 * uInk));
    color = mix(color, vec3(0.4), hub * (1.0 - smoothstep(0.2, 0.6, wide)));
  } else if (finish == 5.0 && !top) {
    float height = vLocal.y / vBox.y;
    float glass = smoothstep(0.52, 0.54, height) * (1.0 - smoothstep(0.82, 0.84, height));
    glass *= step(0.14, 0.95 * fract(at.x / 0.95));
    color = mix(color, mix(vec3(0.03, 0.035, 0.04), vec3(3.0, 1.9, 0.8), clamp(uLamp - 1.0, 0.0, 1.0)), glass);
    color = mix(color, vec3(0.02), 0.8 * (1.0 - smoothstep(0.02, 0.05, abs(height - 0.42))));
  }
`;

const fragment = (more: string) => /* glsl */ `
${SHARED}${LIGHT}
varying vec3 vColor;
varying vec3 vNormal;
varying vec3 vLocal;
varying vec3 vBox;
varying vec2 vFace;
varying float vDistance;
flat varying float vLit;
flat varying vec4 vRule;
flat varying vec3 vRuled;

/** A soft repeated line of a pitch and width: 1 on it, 0 beside it, its own mean where it is finer than a pixel. */
vec2 ruled(vec2 at, vec2 pitch, vec2 width, vec2 pixel) {
  pixel /= pitch;
  vec2 share = width / pitch;
  vec2 sharp = clamp((abs(fract(at) - 0.5) - 0.5 + share * 0.5) / max(pixel * 2.0, 1e-5) + 0.5, 0.0, 1.0);
  return mix(sharp, share, clamp(pixel * 2.0 - 0.6, 0.0, 1.0));
}

void main() {
  vec3 color = vColor;
  float finish = floor(vFace.y + 0.5);
  bool top = vFace.x > 1.5;
  // Across and up the face, from its middle or its foot.
  vec2 at = top ? vLocal.xz : vec2(vFace.x > 0.5 ? vLocal.x : vLocal.z, vLocal.y);
  vec2 wide = top ? vBox.xz : vec2(vFace.x > 0.5 ? vBox.x : vBox.z, vBox.y);
  vec2 pixel = max(fwidth(at), 1e-5);
  float open = top ? 1.0 : mix(0.72, 1.0, clamp(vLocal.y * 0.45, 0.0, 1.0));
  color *= 1.0 - dot(vRuled.xy, ruled(at / vRule.xz + vec2(vRuled.z, 0.0), vRule.xz, vRule.yw, pixel));
  ${more}
  vec3 own = color * uHallLight * vLit * (finish == 1.0 && !top ? mix(0.45, 0.6, uInside) : 1.0);
  color = finish == 9.0 && vNormal.y < -0.5 && vLit > 0.5 ? vec3(1.0, 0.985, 0.95) * (1.0 - 0.25 * max(uLamp - 1.0, 0.0))
    : lit(color, vNormal, finish == 8.0 ? 1.9 : open) + own;
  // A drawn edge, about a pixel wide, that fades where the whole face is only some pixels wide.
  vec2 inPlane = top ? wide - abs(at) : vec2(wide.x - abs(at.x), min(at.y, wide.y - at.y));
  vec2 inPixels = wide * vec2(1.0, top ? 1.0 : 0.5) / pixel;
  vec2 line = clamp(1.45 - inPlane / pixel * 0.9, 0.0, 1.0) * clamp((inPixels - 3.0 + 2.0 * uInk) / (9.0 - 6.0 * uInk), 0.0, 1.0);
  color *= 1.0 - (0.2 + 0.7 * uInk) * max(line.x, line.y);
  gl_FragColor = vec4(fogged(color, vDistance), 1.0);
  ${OUTPUT}
}
`;

/** The matt material of every box that is not a rack; fans and windows are a shader of their own, because every pixel pays for them. */
export function boxMaterial(
  shared: SharedUniforms,
  boxes: DataTexture,
  place: Vantage,
  has: 'lines' | 'fans' = 'lines',
): ShaderMaterial {
  return new ShaderMaterial({
    name: `boxes with ${has} from ${place}`,
    vertexShader: vertex(place),
    fragmentShader: fragment(has === 'fans' ? FANS_AND_WINDOWS : ''),
    uniforms: { ...shared, uBoxes: { value: boxes } },
    side: DoubleSide,
  });
}
