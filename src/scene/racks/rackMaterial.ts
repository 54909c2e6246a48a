import { type DataTexture, DoubleSide, ShaderMaterial } from 'three';
import { FACEPLATE, FRONT_RECESS } from '../../layout/serverPlan.ts';
import type { RackKind } from '../../model/site.ts';
import { BOX_CORNER, COLUMN } from '../records/records.ts';
import { FACING, LIGHT, OUTPUT, PLACEMENT, SHARED } from '../shading/chunks.ts';
import { occlusionFrom, type Vantage } from '../shading/culling.ts';
import type { Palette } from '../shading/look.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import {
  type DrawnRacks,
  kindUniforms,
  MOST_KINDS,
  RACK_TEXELS,
  RECORD,
} from '../rackRecords/rackRecords.ts';
import { FRESH } from '../rackRecords/runs.ts';
import { DOOR, LEAF, RECESS } from '../near/door.ts';
import { GROWN } from '../near/reach.ts';
import { FACE_VARYINGS, FACES } from './rackFaces.glsl.ts';

/** Strokes of a plan's hatch in half the height of the picture, both ways together. */
const HATCH = '36.0';

/** Boxes that a rack with an open server is drawn as. */
export const OPEN_PARTS = 6;
/** And the leaf of the rear door that is open comes after those. */
const DOOR_LEAF = OPEN_PARTS + 1;
/** All boxes besides those of the racks. */
export const MORE_PARTS = DOOR_LEAF;

const OWN_OUTLINE = /* glsl */ `
  // From above every part has an outline of its own.
  if (uInk > 0.5 && part > 0) {
    vLocal.xz -= middle.xz;
    vHalf.xz = (high.xz - low.xz) * 0.5;
  }
`;

/** Which rack a corner belongs to, for an eye in a hall: all of them, and what is open. */
const ITEM_INSIDE = /* glsl */ `
  int item = gl_VertexID / 12;
  // After the last rack come the parts of the one whose server is out: see openPart; and a rear door that is open.
  int part = item - uCount + 1;
  bool isLeaf = part == ${DOOR_LEAF};
  if (part > 0) item = int(isLeaf ? uDoor.x : uOpenRack);
  else {
    // From the row at the eye on: what hides the others is drawn before them.
    item += uFirst;
    if (item >= uCount) item -= uCount;
  }
  if (item < 0 || (part <= 0 && item == int(uOpenRack))) {
    cull();
    return;
  }
  int record = item;
`;
/** For any other eye nothing is open, and racks side by side that no longer change are one box. */
const ITEM_OUTSIDE = /* glsl */ `
  const int part = 0;
  const bool isLeaf = false;
  int record = recordOf(gl_VertexID / 12);
`;

const vertex = (place: Vantage) => /* glsl */ `
${SHARED}${PLACEMENT}${FACING}${COLUMN}${BOX_CORNER}${FACE_VARYINGS}${place === 'inside' ? GROWN : ''}${DOOR}${occlusionFrom(place)}
uniform vec4 uKindSize[${MOST_KINDS}];
uniform vec4 uKindInside[${MOST_KINDS}];
uniform vec4 uKindCells[${MOST_KINDS}];
uniform vec4 uKindLamp[${MOST_KINDS}];
uniform float uPointed, uOpenRack;
uniform vec4 uOpenSlot;
uniform vec4 uGap;
uniform highp sampler2D uRacks;
${place === 'inside' ? 'uniform int uCount, uFirst;' : RECORD + RUN_VARYING}
varying vec3 vLocal;
varying float vDistance;

/**
 * A rack around the opening of one server, in six boxes that together look like the whole one: below, above, left, right, behind,
 * and the server's front, drawn out. Each shows its part of the same faces.
 */
void openPart(int part, vec3 halfSize, float door, inout vec3 low, inout vec3 high) {
  float from = uOpenSlot.x - halfSize.y, to = uOpenSlot.y - halfSize.y;
  if (part == 1) { high.y = from; return; }
  if (part == 2) { low.y = to; return; }
  low.y = from;
  high.y = to;
  if (part == 3) high.x = -uOpenSlot.z - 0.001;
  else if (part == 4) low.x = uOpenSlot.z + 0.001;
  else {
    low.x = -uOpenSlot.z;
    high.x = uOpenSlot.z;
    if (part == 5) high.z = low.z + door + 0.12;
    else {
      // As high as the server itself: a plate before its posts that comes forward with it.
      low.y += 0.002;
      high.y -= 0.002;
      high.z += uOpenSlot.w - ${FRONT_RECESS};
      low.z = high.z - ${FACEPLATE};
    }
  }
}

void main() {
  ${place === 'inside' ? ITEM_INSIDE : ITEM_OUTSIDE}
  vec4 rack = column(uRacks, record * ${RACK_TEXELS});
  vec4 days = column(uRacks, record * ${RACK_TEXELS} + 1);
  // A rack comes down during the last part of the day before it counts as installed.
  float arriving = uDrop > 0.0 ? clamp((days.x - uDay) / 0.6, 0.0, 1.0) : step(uDay, days.x - 1e-4);
  bool inGap = rack.x > uGap.x && rack.x < uGap.z && rack.z > uGap.y && rack.z < uGap.w;
  if (arriving >= 1.0 || inGap) {
    cull();
    return;
  }
  int kind = int(days.w);
  vec3 corner, face;
  boxCorner(gl_VertexID % 12, corner, face);
  vec4 size = uKindSize[kind];
  // In ink neighbours share their line: no slit between them.
  float slit = 0.006 * (1.0 - uInk);
  vec4 more = column(uRacks, record * ${RACK_TEXELS} + 2);
  float wide = size.x;
  ${place === 'inside' ? '' : 'if (record >= uCount) wide *= more.z;'}
  vec3 halfSize = vec3(wide - 2.0 * slit, size.y, size.z + size.w) * 0.5;
  float c = cos(rack.w), s = sin(rack.w);
  vec3 reach = vec3(wide, 0.0, size.z) * 0.5;
  float door = size.w * (c > 0.0 ? 1.0 : -1.0);
  if (isOccluded(rack.xyz - reach - vec3(0.0, 0.0, max(door, 0.0)),
      rack.xyz + reach + vec3(0.0, size.y + arriving * uDrop, max(-door, 0.0)))) {
    cull();
    return;
  }
  // The frame's footprint is placed; the rear door stands behind it.
  vec3 centre = vec3(0.0, halfSize.y, -size.w * 0.5);
  vec3 site = vec3(rack.x + s * centre.z, rack.y + centre.y + arriving * arriving * uDrop, rack.z + c * centre.z);
  vec3 toCamera = cameraFrom(site);
  toCamera = vec3(c * toCamera.x - s * toCamera.z, toCamera.y, s * toCamera.x + c * toCamera.z);
  vec3 low = -halfSize, high = halfSize;
  // Behind an open door there is room: the rack ends at its servers. The leaf sees the eye from where it has been turned to.
  ${place === 'inside' ? 'bool isWithout = part <= 0 && item == int(uDoor.x);' : 'const bool isWithout = false;'}
  vec2 hinge = -halfSize.xz;
  if (isWithout) low.z += size.w + ${RECESS};
  if (isLeaf) {
    high.z = low.z + ${LEAF};
    toCamera.xz = unswung(toCamera.xz - hinge) + hinge;
  }
  // A side that a neighbour covers is not drawn; the slit between the two is closed.
  vec2 neighbour = rack.x + vec2(size.x, -size.x) * c;
  bvec2 isCovered = lessThanEqual(more.xy, vec2(uDay));
  isCovered.x = isCovered.x && !(rack.z > uGap.y && rack.z < uGap.w && neighbour.x > uGap.x && neighbour.x < uGap.z);
  isCovered.y = isCovered.y && !(rack.z > uGap.y && rack.z < uGap.w && neighbour.y > uGap.x && neighbour.y < uGap.z);
  isCovered = bvec2(isCovered.x && !isLeaf, isCovered.y && !isLeaf);
  if (isCovered.x) high.x += slit;
  if (isCovered.y) low.x -= slit;
  ${place === 'inside' ? 'if (part > 0 && !isLeaf) openPart(part, halfSize, size.w, low, high);' : ''}
  vec3 middle = (low + high) * 0.5;
  vec3 side = facing(toCamera - middle);
  vec3 local = middle + corner * side * (high - low) * 0.5;
  vec3 axis = face * side;
  if (part < 1 && ((axis.x > 0.5 && isCovered.x) || (axis.x < -0.5 && isCovered.y))) {
    cull();
    return;
  }
  vec3 placed = local, way = axis;
  if (isLeaf) {
    placed.xz = swung(local.xz - hinge) + hinge;
    way.xz = swung(axis.xz);
  }
  site += vec3(c * placed.x + s * placed.z, placed.y, c * placed.z - s * placed.x);
  vDistance = putAt(site);
  vNormal = vec3(c * way.x + s * way.z, way.y, c * way.z - s * way.x);
  vLocal = vec3(local.x, local.y + halfSize.y, local.z);
  // A rack's half size, which is a run's but for its width.
  vec3 own = vec3(size.x * 0.5 - slit, halfSize.yz);
  // Hoses and handles on the face give way to those that stand out of it.
  vHalf = vec4(own, ${place === 'inside' ? 'painted(grown(rack.xyz))' : '1.0'});
  ${place === 'inside' ? OWN_OUTLINE : ''}
  // How far a ray goes aside for a metre of depth behind the front or rear.
  float plane = toCamera.z > 0.0 ? high.z : -low.z;
  float off = max(abs(toCamera.z) - (isOrthographic ? 0.0 : plane), 0.01);
  vLean = vec3(-toCamera.xy, 1.0) / off;
  if (isOrthographic) vLean.z = 0.0;
  else vLean.y -= halfSize.y / off;
  vec4 within = uKindInside[kind];
  vSlots = vec4(within.yzw, min(within.w, floor(fract(days.w) * 128.0 + 0.5)));
  vCells = uKindCells[kind];
  vLamp = uKindLamp[kind];
  bool compute = within.x < 0.5;
  // Beside the server that is out there is none; what is on its own front lies on the plate.
  if (part == 3 || part == 4) vSlots.w = 0.0;
  if (part == 6) vLean = vec3(0.0);
  vCells.w = compute ? 1.0 : 0.0;
  vGlow = vec3(compute ? vec2(0.8, 1.0) : within.x < 2.5 ? vec2(0.3, 0.42) : vec2(0.55, 1.0), 1.0);
  vOpen = vec4(0.022 - own.x, 0.05, own.x - 0.022, size.y - 0.035);
  if (isLeaf ? abs(axis.z) > 0.5 : axis.z < -0.5 && !isWithout) {
    // The rear door is a heat exchanger: upright fins in two panels.
    vOpen += vec4(0.03, 0.05, -0.03, -0.04);
    vSlots = vec4(0.07, size.y * 0.5 - 0.05, 2.0, 2.0);
    vCells = vec4(0.025, 36.0, 1.0, 0.0);
    vLamp = vec4(0.4, 0.0, 0.0, own.x * 2.0);
    vGlow.z = 0.0;
  } else if (axis.y > 0.5) {
    // Cable entries and brush strips at the rear of the top.
    vOpen = part > 0 ? vec4(9.0) : vec4(0.1 - own.x, 0.32 - own.z, own.x - 0.1, 0.5 - own.z);
    // A plan tells the frame from its rear door.
    if (uInk > 0.5) {
      vOpen = vec4(-own.x, size.w - own.z, own.xz);
      // Its hatch is as fine on the screen from near as from far: strokes a metre.
      vGlow.x = projectionMatrix[1][1] * ${HATCH};
      // Where a row ends its outline is closed; from above nothing glows.
      vGlow.y = (float(isCovered.y) - float(isCovered.x)) * 1.1 / own.x;
      // Beside a server that is drawn out other racks are left white.
      if (uOpenRack >= 0.0 && part <= 0) vOpen.y = 9.0;
    }
    vSlots.w = 0.0;
    vCells.w = vGlow.z = 0.0;
    vLean = vec3(0.0);
  } else if (axis.z < 0.5) {
    vOpen = vec4(9.0);
    vSlots.w = vCells.w = vGlow.z = 0.0;
    vLean = vec3(0.0);
  }
  // New, energized, in service, pointed at.
  float fresh = ${FRESH};
  float served = smoothstep(-1e-3, 1.2, uDay - days.z + 1.2) * step(days.z, uDay + 1.2);
  vState = vec4(arriving > 0.0 ? 1.0 : fresh, step(days.y, uDay), served * step(days.x, uDay), 0.0);
  float most = 0.0;
  ${place === 'inside' ? 'float first = float(item);' : RUN}
  // Of a run's racks, counted from the left of who stands before them, the one that is pointed at.
  float pointed = uPointed - first;
  vState.w = c > 0.0 ? pointed : most - pointed;
  vFace = vec4(axis, fract((rack.x - c * size.x * 0.5 * most) * 0.713 + rack.z * 0.219));
}
`;

/** For a run of racks: half its width, that of a rack, its racks but one, and what a rack adds to the number that sets its lamps apart. */
const RUN_VARYING = /* glsl */ `
flat varying vec4 vRun;
`;
const RUN = /* glsl */ `
  bool isRun = record >= uCount;
  float first = isRun ? more.w : float(record);
  if (isRun) most = more.z - 1.0;
  vRun = vec4(wide * 0.5, size.x, most, c * size.x * 0.713);
`;
/** Which rack of its run a pixel shows: from there on it is a rack like any other. */
const OF_RUN = /* glsl */ `
  float along = at.x + vRun.x;
  float rackAt = clamp(floor(along / vRun.y), 0.0, vRun.z);
  at.x = along - (rackAt + 0.5) * vRun.y;
  float odd = vFace.w + rackAt * vRun.w;
`;

const fragment = (place: Vantage) => /* glsl */ `
${SHARED}${LIGHT}${FACE_VARYINGS}${place === 'inside' ? '' : RUN_VARYING}
uniform vec3 uGraphite, uIdle, uArrived, uCold, uWarm;
varying vec3 vLocal;
varying float vDistance;
${FACES}
void main() {
  // A pixel wider than this holds a good part of a rack: nothing is left to filter.
  vec2 at = vFace.y > 0.5 ? vLocal.xz : vLocal.xy;
  vec2 lean = clamp(vLean.xy + at * vLean.z, -4.0, 4.0);
  vec2 pixel = clamp(fwidth(at), 1e-4, 0.15);
  ${place === 'inside' ? 'const float rackAt = 0.0; float odd = vFace.w;' : OF_RUN}
  float fresh = vState.x;
  vec3 body = mix(uIdle, uGraphite, vState.z);
  body = mix(body, uArrived, clamp(fresh, 0.0, 1.0) * 0.92);
  body = mix(body, uArrived * 1.1 + 0.06, step(abs(rackAt - vState.w), 0.5) * 0.55);
  // Faces that look at a neighbour or into an aisle see little sky near the floor.
  float open = vFace.y > 0.5 ? 1.0 : 0.5 + 0.5 * smoothstep(0.0, vHalf.y * 2.0, vLocal.y);
  vec3 color = inside(body, at, pixel, lean, odd);
  // The hall's lamps hang over the aisles and shine on what is energized; what is new glows by itself.
  vec3 light = lit(color, vNormal, open) + color * uHallLight * (vState.y * mix(4.5, 6.2, uInside) * (0.35 + 0.65 * step(0.5, vFace.z * vFace.z))) + glow + uArrived * fresh * uGlow;
  // In ink a rack in service is dark; from near it is hatched, and its rear door left white.
  float near = vState.z * clamp(4.5 - pixel.x * 90.0, 0.0, uInk);
  float hatch = clamp(abs(fract((at.x + at.y) * vGlow.x) - 0.5) / (pixel.x * vGlow.x) - 0.3, 0.5 + 0.5 * step(at.y, vOpen.y), 1.0);
  light = mix(light, vec3(1.0), hatch * near);
  // Its outline is black, or white between dark ones; thin where two racks draw one joint.
  vec3 rim = clamp(vec3(0.8 + max(at.x * vGlow.y, 0.0), 1.9, 1.2) - vec3(vHalf.xz - abs(at), abs(at.y - vOpen.y)) / pixel.xyy, 0.0, 1.0);
  rim.xy *= clamp(vHalf.xz / pixel * 0.4 - 0.8, 0.0, uInk);
  light = mix(light, vec3(vState.z - near), max(max(rim.x, rim.y), rim.z * near));
  gl_FragColor = vec4(fogged(light, vDistance), 1.0);
  ${OUTPUT}
}
`;

/** All racks of all kinds: their place, their days and, on their faces, what is inside. */
export function rackMaterial(
  shared: SharedUniforms,
  look: Palette,
  kinds: readonly RackKind[],
  racks: DataTexture,
  drawn: DrawnRacks,
  place: Vantage,
): ShaderMaterial {
  const color = (hex: string) => ({ value: colour(hex) });
  return new ShaderMaterial({
    name: `racks from ${place}`,
    vertexShader: vertex(place),
    fragmentShader: fragment(place),
    uniforms: {
      ...shared,
      ...kindUniforms(kinds),
      uRacks: { value: racks },
      uPointed: { value: -1 },
      ...drawn,
      uFirst: { value: 0 },
      uArrived: color(look.arrived),
      uCold: color(look.cold),
      uWarm: color(look.warm),
    },
    side: DoubleSide,
  });
}
