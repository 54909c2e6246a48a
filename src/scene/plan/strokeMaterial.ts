import { type DataTexture, DoubleSide, ShaderMaterial, type Texture, Vector2, Vector4 } from 'three';
import { VIEWS } from '../../views/view.ts';
import { COLUMN, QUAD_CORNER } from '../records/records.ts';
import { PLACEMENT } from '../shading/chunks.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { FLAG, ZOOM_LEVEL } from './pieces.ts';
import { STROKE_TEXELS } from './strokes.ts';

/** Zoom level halfway between the aisle and the rack. */
const NEAR = (VIEWS.indexOf('rack') - 0.5).toFixed(1);

/** What the arrow and the note in the upper left corner take, ems. */
const CORNER = { width: '6.2', height: '7.6' } as const;

const VERTEX = /* glsl */ `
${PLACEMENT}${COLUMN}${QUAD_CORNER}
uniform highp sampler2D uItems;
uniform vec2 uSize, uAtlasSize;
uniform vec4 uFree;
uniform float uEm, uScale, uDensity, uRoof, uOpened, uZoomLevel;
varying vec2 vAt;
flat varying vec4 vLine;
vec2 spot(vec2 place, vec2 ems) {
  putAt(vec3(place.x, 0.0, place.y));
  return (gl_Position.xy * 0.5 + 0.5) * uSize + vec2(ems.x, -ems.y) * uEm;
}
void main() {
  int item = (gl_VertexID >> 2) * ${STROKE_TEXELS};
  vec4 ends = column(uItems, item), ems = column(uItems, item + 1);
  vec4 band = column(uItems, item + 2), more = column(uItems, item + 3);
  int flags = int(band.w);
  // Half a length says nothing: it is in the picture whole or not at all.
  bool isCut = false;
  if ((flags & ${FLAG.whole}) != 0) {
    vec4 ends4 = column(uItems, item + 4), reach = column(uItems, item + 5);
    vec2 from = spot(ends4.xy, vec2(0.0)), to = spot(ends4.zw, vec2(0.0));
    vec2 low = min(from, to) + vec2(reach.x, -reach.w) * uEm, high = max(from, to) + vec2(reach.z, -reach.y) * uEm;
    bool isUnderCorner = low.x < uFree.x + ${CORNER.width} * uEm && high.y > uFree.w - ${CORNER.height} * uEm;
    isCut = any(lessThan(low, uFree.xy)) || any(greaterThan(high, uFree.zw)) || isUnderCorner;
  }
  isCut = isCut || ((flags & ${FLAG.indoors}) != 0 && uRoof > 0.5) || ((flags & ${FLAG.opened}) != 0 && uOpened < 0.99) ||
    ((flags & ${FLAG.closed}) != 0 && uOpened > 0.0) || ((flags & ${FLAG.near}) != 0 && uZoomLevel < ${NEAR}) ||
    ((flags & ${FLAG.far}) != 0 && uZoomLevel >= ${NEAR}) || ((flags & ${FLAG.title}) != 0 && int(uZoomLevel + 0.5) != flags / ${ZOOM_LEVEL});
  if (isCut || uScale <= band.x || uScale > band.y) {
    cull();
    return;
  }
  vec2 corner = quadCorner(gl_VertexID & 3);
  bool inCorner = (flags & ${FLAG.corner}) != 0;
  vec2 a = inCorner ? uFree.xw + vec2(ems.x, -ems.y) * uEm : spot(ends.xy, ems.xy);
  vec2 b = inCorner ? uFree.xw + vec2(ems.z, -ems.w) * uEm : spot(ends.zw, ems.zw);
  vec2 at;
  if ((flags & ${FLAG.text}) != 0) {
    // Texels onto pixels, one on one.
    vec2 base = floor(more.xy * uDensity), texels = ceil(more.zw * uDensity);
    vec2 size = texels * uEm / uDensity;
    bool turned = (flags & ${FLAG.turned}) != 0;
    vec2 box = turned ? size.yx : size;
    at = floor(a - box * 0.5 + 0.5) + (corner * 0.5 + 0.5) * box;
    // Turned, it reads from the right.
    vec2 reading = turned ? vec2(corner.y, -corner.x) : corner;
    vAt = (base + (vec2(reading.x, -reading.y) * 0.5 + 0.5) * texels) / uAtlasSize;
    vLine = vec4(-1.0);
  } else {
    vec2 along = b - a;
    float span = max(length(along), 1e-3);
    along /= span;
    vec2 across = vec2(-along.y, along.x);
    // What lies along the pixels lies on them.
    if (abs(along.x) < 1e-3) a.x = b.x = floor(a.x) + 0.5;
    if (abs(along.y) < 1e-3) a.y = b.y = floor(a.y) + 0.5;
    float pixels = uScale > 0.0 ? more.x / uScale * uEm : 0.0;
    float halfWidth = 0.5 * max(max(1.0, uEm * 0.075) * band.z, pixels);
    float casing = (flags & ${FLAG.cased}) != 0 ? max(1.5, uEm * 0.1) : 0.0;
    float reach = halfWidth + casing + 1.0;
    // Corners of walls are closed.
    float over = more.x > 0.0 && more.z < 0.5 ? halfWidth : 0.0;
    at = (corner.x < 0.0 ? a - along * over : b + along * over) + across * corner.y * reach;
    vAt = vec2((corner.x < 0.0 ? 0.0 : span) / uEm, corner.y * reach);
    vLine = vec4(halfWidth, casing, more.y, (flags & ${FLAG.paper}) != 0 ? 1.0 : 0.0);
  }
  gl_Position = vec4(at / uSize * 2.0 - 1.0, 0.0, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
uniform sampler2D uAtlas;
varying vec2 vAt;
flat varying vec4 vLine;
void main() {
  if (vLine.x < 0.0) {
    gl_FragColor = vec4(texture2D(uAtlas, vAt).rgb, 1.0);
    return;
  }
  float away = abs(vAt.y);
  float core = clamp(vLine.x - away + 0.5, 0.0, 1.0);
  float alpha = clamp(vLine.x + vLine.y - away + 0.5, 0.0, 1.0);
  // Short dashes; and a boundary's long one, dot, dot.
  if (vLine.z > 1.5) { float at = mod(vAt.x, 3.2); alpha *= at < 2.0 || abs(at - 2.4) < 0.1 || abs(at - 2.8) < 0.1 ? 1.0 : 0.0; }
  else if (vLine.z > 0.5) alpha *= step(mod(vAt.x, 0.9), 0.55) * 0.55;
  gl_FragColor = vec4(vec3(max(1.0 - core, vLine.w)), alpha);
}
`;

/** Lines and letters of the plan, of one size on the screen at any scale. */
export function strokeMaterial(shared: SharedUniforms, items: DataTexture, atlas: Texture): ShaderMaterial {
  return new ShaderMaterial({
    name: 'drawing',
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      uRoof: shared.uRoof,
      uItems: { value: items },
      uAtlas: { value: atlas },
      /** Of the frame, and of the atlas; pixels. */
      uSize: { value: new Vector2() },
      uAtlasSize: { value: new Vector2() },
      /** Pixels of an em on the screen and in the atlas, and metres that it covers. */
      uEm: { value: 1 },
      uDensity: { value: 1 },
      uScale: { value: 1 },
      /** What nothing lies over: left, lower, right and upper edge, pixels. */
      uFree: { value: new Vector4() },
      /** How far the server that the stations are about is out, 0 to 1; and the zoom level of the eye. */
      uOpened: { value: 0 },
      uZoomLevel: { value: 0 },
    },
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
  });
}
