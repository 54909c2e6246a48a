import { type DataTexture, DoubleSide, ShaderMaterial } from 'three';
import type { RackKind } from '../../model/site.ts';
import { BOX_CORNER, COLUMN } from '../columns/columns.ts';
import { FACING, LIGHT, OUTPUT, SHARED } from '../shading/chunks.ts';
import type { Palette } from '../shading/look.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import { kindUniforms, MOST_KINDS, RACK_TEXELS } from './rackColumns.ts';

const VERTEX = /* glsl */ `
${SHARED}${FACING}${COLUMN}${BOX_CORNER}
uniform vec4 uKindSize[${MOST_KINDS}];
uniform vec4 uKindInside[${MOST_KINDS}];
uniform float uPointed;
uniform vec4 uGap;
uniform highp sampler2D uRacks;
varying vec3 vNormal;
varying vec3 vLocal;
flat varying vec3 vHalf;
flat varying vec4 vInside;
flat varying vec4 vState;
varying vec3 vFace;
varying float vDistance;

void main() {
  int item = gl_VertexID / 12;
  vec4 rack = column(uRacks, item * ${RACK_TEXELS});
  vec4 days = column(uRacks, item * ${RACK_TEXELS} + 1);
  // A rack comes down during the last part of the day before it counts as installed.
  float arriving = uDrop > 0.0 ? clamp((days.x - uDay) / 0.6, 0.0, 1.0) : step(uDay, days.x - 1e-4);
  bool inGap = rack.x > uGap.x && rack.x < uGap.z && rack.z > uGap.y && rack.z < uGap.w;
  if (arriving >= 1.0 || inGap) {
    gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
    return;
  }
  int kind = int(days.w + 0.5);
  vec3 corner, face;
  boxCorner(gl_VertexID - item * 12, corner, face);
  vec4 size = uKindSize[kind];
  vec3 halfSize = vec3(size.x - 0.012, size.y, size.z + size.w) * 0.5;
  float c = cos(rack.w), s = sin(rack.w);
  // The frame's footprint is placed; the rear door stands behind it.
  vec3 centre = vec3(0.0, halfSize.y, -size.w * 0.5);
  vec3 site = vec3(rack.x + s * centre.z, rack.y + centre.y + arriving * arriving * uDrop, rack.z + c * centre.z);
  vec3 toCamera = cameraFrom(site);
  vec3 side = facing(vec3(c * toCamera.x - s * toCamera.z, toCamera.y, s * toCamera.x + c * toCamera.z));
  vec3 local = corner * side * halfSize;
  vec3 axis = face * side;
  site += vec3(c * local.x + s * local.z, local.y, c * local.z - s * local.x);
  vec4 seen = viewMatrix * vec4(site, 1.0);
  gl_Position = projectionMatrix * seen;
  vNormal = vec3(c * axis.x + s * axis.z, axis.y, c * axis.z - s * axis.x);
  vLocal = vec3(local.x, local.y + halfSize.y, local.z);
  vHalf = halfSize;
  vInside = uKindInside[kind];
  // New, energized, in service, pointed at.
  float fresh = exp2(-max(uDay - days.x, 0.0) / 3.0);
  float served = smoothstep(-1e-3, 1.2, uDay - days.z + 1.2) * step(days.z, uDay + 1.2);
  vState = vec4(arriving > 0.0 ? 1.0 : fresh, step(days.y, uDay), served * step(days.x, uDay),
    abs(float(item) - uPointed) < 0.5 ? 1.0 : 0.0);
  vFace = axis;
  vDistance = -seen.z;
}
`;

const FRAGMENT = /* glsl */ `
${SHARED}${LIGHT}
uniform vec3 uGraphite, uIdle, uArrived, uCold, uWarm, uSteel;
varying vec3 vNormal;
varying vec3 vLocal;
flat varying vec3 vHalf;
flat varying vec4 vInside;
flat varying vec4 vState;
varying vec3 vFace;
varying float vDistance;

/** 1 inside a slot [a, b] of x, filtered over one pixel. */
float within(float x, float a, float b, float pixel) {
  return clamp((x - a) / pixel + 0.5, 0.0, 1.0) * clamp((b - x) / pixel + 0.5, 0.0, 1.0);
}

/** The front: frame, then for every slot a server and above or below it what lies between servers. */
vec3 front(vec3 body, vec2 at, vec2 pixel) {
  float role = vInside.x;
  float slot = (at.y - vInside.y) / vInside.z;
  float slots = floor(vInside.w);
  float filled = fract(vInside.w);
  float cell = vInside.z;
  float py = pixel.y / cell;
  // Detail that a pixel cannot hold gives way to its own mean.
  float fine = 1.0 - smoothstep(0.25, 0.7, py);
  float inFrame = within(at.x, -0.28, 0.28, pixel.x);
  float inStack = within(slot, 0.0, slots, py) * inFrame;
  float part = fract(slot);
  float face = mix(filled, within(part, 0.04, filled - 0.02, py), fine);
  vec3 chassis = body * 1.5 + 0.012;
  vec3 gap = body * 0.45;
  vec3 color = mix(body, mix(gap, chassis, face), inStack);
  if (role < 0.5) {
    // Quick-disconnects on the manifold between servers: one cold, one warm on each side.
    float between = inStack * (1.0 - face) * fine;
    float px = 1.0 - smoothstep(0.02, 0.08, pixel.x);
    float cold = within(abs(at.x), 0.16, 0.2, pixel.x) * px;
    float warm = within(abs(at.x), 0.215, 0.255, pixel.x) * px;
    color = mix(color, uCold, between * cold * 0.9);
    color = mix(color, uWarm, between * warm * 0.9);
    // The CDU below the servers.
    float cdu = within(at.y, 0.07, vInside.y - 0.01, pixel.y) * within(at.x, -0.24, 0.24, pixel.x);
    color = mix(color, uSteel * 0.55, cdu);
  }
  // Eight cells across a server carry a light each while it is in service; light is kept, not sharpened, with distance.
  float width = vHalf.x * 2.0;
  float column = (at.x / width + 0.5) * 8.0;
  float pc = pixel.x * 8.0 / width;
  float lampX = mix(0.16, within(fract(column), 0.42, 0.58, pc), 1.0 - smoothstep(0.3, 0.9, pc));
  float lampY = mix(0.06, within(part, 0.56, 0.62, py), 1.0 - smoothstep(0.15, 0.6, py));
  float inCells = within(slot, 0.0, slots, py);
  vec3 lamp = role < 0.5 ? vec3(0.75, 0.95, 1.0) : (role < 2.5 ? vec3(0.55, 1.0, 0.6) : vec3(0.6, 0.8, 1.0));
  color += lamp * 2.2 * uLamp * lampX * lampY * inCells * vState.z;
  // Doors' posts and the seam to the next rack.
  float post = 1.0 - within(at.x, -vHalf.x + 0.03, vHalf.x - 0.03, pixel.x);
  return mix(color, body * 0.7, post * (1.0 - smoothstep(0.03, 0.09, pixel.x)));
}

vec3 rear(vec3 body, vec2 at, vec2 pixel) {
  // A rear-door heat exchanger: upright fins behind a mesh, a frame around, hoses at the foot.
  float inside = within(at.x, -vHalf.x + 0.05, vHalf.x - 0.05, pixel.x) * within(at.y, 0.1, vHalf.y * 2.0 - 0.08, pixel.y);
  float fins = mix(0.5, within(fract(at.x / 0.03), 0.25, 0.75, pixel.x / 0.03), 1.0 - smoothstep(0.3, 0.9, pixel.x / 0.03));
  return mix(body, mix(body * 0.55, body * 1.25, fins), inside);
}

void main() {
  float fresh = vState.x;
  vec3 body = mix(uIdle, uGraphite, vState.z);
  body = mix(body, uArrived, clamp(fresh, 0.0, 1.0) * 0.92);
  body = mix(body, uArrived * 1.1 + 0.06, vState.w * 0.55);
  vec3 color = body;
  // Faces that look at a neighbour or into an aisle see little sky near the floor.
  float open = 1.0;
  if (vFace.y > 0.5) {
    vec2 pixel = fwidth(vLocal.xz);
    // Cable entries and brush strips at the rear of the top.
    float strip = within(vLocal.z, -vHalf.z + 0.32, -vHalf.z + 0.5, pixel.y) * within(abs(vLocal.x), -1.0, vHalf.x - 0.1, pixel.x);
    color = mix(color, color * 0.5, strip);
    float door = within(vLocal.z, -vHalf.z - 1.0, -vHalf.z + 0.28, pixel.y);
    color *= mix(1.0, 0.8, door);
    color *= 1.12;
    float seam = 1.0 - within(vLocal.x, -vHalf.x + 0.012, vHalf.x - 0.012, max(pixel.x, 0.01));
    color *= 1.0 - 0.35 * seam * (1.0 - smoothstep(0.1, 0.4, pixel.x));
  } else {
    open = mix(0.5, 1.0, smoothstep(0.0, vHalf.y * 2.0, vLocal.y));
    vec2 at = vec2(vLocal.x, vLocal.y);
    vec2 pixel = max(fwidth(at), 1e-5);
    if (vFace.z > 0.5) color = front(body, at, pixel);
    else if (vFace.z < -0.5) color = rear(body, at, pixel);
  }
  // The hall's lamps shine on what is energized in it; what is new glows by itself.
  vec3 light = lit(color, vNormal, open) + color * uHallLight * vState.y + uArrived * fresh * uGlow;
  gl_FragColor = vec4(hazed(light, vDistance), 1.0);
  ${OUTPUT}
}
`;

/** All racks of all kinds: their place, their days and, on their faces, what is inside. */
export function rackMaterial(
  shared: SharedUniforms,
  look: Palette,
  kinds: readonly RackKind[],
  racks: DataTexture,
): ShaderMaterial {
  const color = (hex: string) => ({ value: colour(hex) });
  return new ShaderMaterial({
    name: 'racks',
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      ...shared,
      ...kindUniforms(kinds),
      uRacks: { value: racks },
      uPointed: { value: -1 },
      uGraphite: color(look.graphite),
      uIdle: color(look.idle),
      uArrived: color(look.arrived),
      uCold: color(look.cold),
      uWarm: color(look.warm),
      uSteel: color(look.steel),
    },
    side: DoubleSide,
  });
}
