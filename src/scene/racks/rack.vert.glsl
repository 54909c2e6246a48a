// Racks: one box each, or, from outside, one box for a run of racks that no longer changes.
uniform float uPointed;
uniform vec3 uGraphite, uIdle, uArrived;
/** The rack with the open server, -1 for none, and the middle of its slot, metres to the right of the rack's. */
uniform vec2 uOpenRack;
/** The open server: lower and upper edge and half width of its slot, and how far it is pulled out; metres. */
uniform vec4 uOpenSlot;
#ifdef INSIDE
/** Index of the rack that is drawn first; index of the first rack of those around the eye, and their number. */
uniform int uFirst;
uniform ivec2 uAround;

/** A rack with an open server, as six boxes: below, above, left of, right of and behind the slot, and the server's front. */
void openPart(int part, vec3 halfSize, float door, inout vec3 low, inout vec3 high) {
  float from = uOpenSlot.x - halfSize.y, to = uOpenSlot.y - halfSize.y;
  if (part == 1) { high.y = from; return; }
  if (part == 2) { low.y = to; return; }
  low.y = from;
  high.y = to;
  if (part == 3) high.x = uOpenRack.y - uOpenSlot.z - 0.001;
  else if (part == 4) low.x = uOpenRack.y + uOpenSlot.z + 0.001;
  else {
    low.x = uOpenRack.y - uOpenSlot.z;
    high.x = uOpenRack.y + uOpenSlot.z;
    if (part == 5) high.z = low.z + door + 0.12;
    else {
      // The server's faceplate, in front of the rack's posts.
      low.y += 0.002;
      high.y -= 0.002;
      high.z += uOpenSlot.w - FRONT_RECESS;
      low.z = high.z - FACEPLATE;
    }
  }
}
#endif

void main() {
#ifdef INSIDE
  int item = gl_VertexID / 12;
  // After the last rack come the parts of the rack with an open server, see openPart, and the leaf of an open rear door.
  int part = item - uAround.y + 1;
  bool isLeaf = part == DOOR_LEAF;
  if (part > 0) item = int(isLeaf ? uDoor.x : uOpenRack.x);
  else {
    // Start with the row at the eye, so that near racks are drawn before those that they hide.
    item += uFirst;
    if (item >= uAround.x + uAround.y) item -= uAround.y;
  }
  if (item < 0 || (part <= 0 && item == int(uOpenRack.x))) { cull(); return; }
  int recordIndex = item;
  bool isWithoutDoor = part <= 0 && item == int(uDoor.x);
#else
  const int part = 0;
  const bool isLeaf = false, isWithoutDoor = false;
  int recordIndex = recordOf(gl_VertexID / 12);
#endif
  Rack rack = readRack(recordIndex);
  // A rack moves down during the last 0.6 days before it is installed.
  float arriving = uDrop > 0.0 ? clamp((rack.days.x - uDay) / 0.6, 0.0, 1.0) : step(uDay, rack.days.x - 1e-4);
  if (arriving >= 1.0 || isInGap(rack.foot.xz)) { cull(); return; }
  vec3 corner, face;
  boxCorner(gl_VertexID % 12, corner, face);
  RackKind kind = readRackKind(rack.kind.x);
  vec3 size = kind.size;
  float rearDoor = kind.rearDoor;
  float wide = size.x * rack.racks;
  vec3 halfSize = vec3(wide, size.y, size.z + rearDoor) * 0.5;
  float c = cos(rack.heading), s = sin(rack.heading);
  vec3 reach = vec3(wide, 0.0, size.z) * 0.5;
  float door = rearDoor * (c > 0.0 ? 1.0 : -1.0);
  if (isOccluded(rack.foot - reach - vec3(0.0, 0.0, max(door, 0.0)),
      rack.foot + reach + vec3(0.0, size.y + arriving * uDrop, max(-door, 0.0)))) { cull(); return; }
  // The record gives the centre without the rear door.
  vec3 centre = vec3(0.0, halfSize.y, -rearDoor * 0.5);
  vec3 site = rack.foot + vec3(s * centre.z, centre.y + arriving * arriving * uDrop, c * centre.z);
  vec3 toEye = toEyeFrom(site);
  toEye = vec3(c * toEye.x - s * toEye.z, toEye.y, s * toEye.x + c * toEye.z);
  vec3 low = -halfSize, high = halfSize;
  vec2 hinge = -halfSize.xz;
#ifdef INSIDE
  // With an open rear door the rack ends at its servers. The leaf is computed in the frame of the closed door.
  if (isWithoutDoor) low.z += rearDoor + DOOR_RECESS;
  if (isLeaf) {
    high.z = low.z + DOOR_THICKNESS;
    toEye.xz = unswung(toEye.xz - hinge) + hinge;
  }
#endif
  // A side covered by a neighbour is not drawn.
  vec2 neighbour = rack.foot.x + vec2(size.x, -size.x) * c;
  bvec2 isCovered = lessThanEqual(rack.beside, vec2(uDay));
  isCovered.x = isCovered.x && !isLeaf && !isInGap(vec2(neighbour.x, rack.foot.z));
  isCovered.y = isCovered.y && !isLeaf && !isInGap(vec2(neighbour.y, rack.foot.z));
#ifdef INSIDE
  if (part > 0 && !isLeaf) openPart(part, halfSize, rearDoor, low, high);
#endif
  vec3 middle = (low + high) * 0.5;
  vec3 side = facing(toEye - middle);
  vec3 local = middle + corner * side * (high - low) * 0.5;
  vec3 axis = face * side;
  if (part < 1 && ((axis.x > 0.5 && isCovered.x) || (axis.x < -0.5 && isCovered.y))) { cull(); return; }
  vec3 turned = local, way = axis;
#ifdef INSIDE
  if (isLeaf) {
    turned.xz = swung(local.xz - hinge) + hinge;
    way.xz = swung(axis.xz);
  }
#endif
  putAt(site + vec3(c * turned.x + s * turned.z, turned.y, c * turned.z - s * turned.x));
  vNormal = vec3(c * way.x + s * way.z, way.y, c * way.z - s * way.x);
  vLocal = vec3(local.x, local.y + halfSize.y, local.z);
  // Half size of a single rack; its face has a frame around it, which neighbours share in the plan.
#ifdef PLAN
  vec3 own = vec3(size.x * 0.5, halfSize.yz);
#else
  vec3 own = vec3(size.x * 0.5 - 0.006, halfSize.yz);
#endif
  vHalf = vec4(own, 1.0);
#ifdef INSIDE
  // Hoses and handles on the face fade when near parts stand out.
  vHalf.w = painted(grown(rack.foot));
#endif
#ifdef PLAN
  vInk = vec2(0.0);
  // Every part has its own outline.
  if (part > 0) {
    vLocal.xz -= middle.xz;
    vHalf.xz = (high.xz - low.xz) * 0.5;
  }
#endif
  // Sideways shift of a ray per metre of depth behind the front or rear.
  float plane = toEye.z > 0.0 ? high.z : -low.z;
  float off = max(abs(toEye.z) - (isOrthographic ? 0.0 : plane), 0.01);
  vLean = vec3(-toEye.xy, 1.0) / off;
  if (isOrthographic) vLean.z = 0.0;
  else vLean.y -= halfSize.y / off;
  vSlots = filledRun(readSlots(kind.runs.y), rack.kind.y);
#ifdef SEVERAL_RUNS
  vRuns = ivec4(kind.runs.y, kind.runs.x, rack.kind.y, kind.role.y >> 3);
#endif
  int role = kind.role.x;
  // No servers beside the open one; details of its own front lie flat on its faceplate.
  bool isBeside = kind.role.y < 4 && (part == 3 || part == 4);
  if (isBeside) vSlots.w = 0.0;
  if (part == 6) vLean = vec3(0.0);
  vCells = vec4(kind.lampGrid, float(kind.role.y & 1), float(kind.role.y >> 1 & 1));
  vLamp = vec4(kind.lamp, kind.columnsWidth);
  bool isNetwork = role == ROLE_NETWORK || role == ROLE_CORE;
  vec2 redAndBlue = role == ROLE_COMPUTE ? vec2(0.8, 1.0) : isNetwork ? vec2(0.36, 0.5) : vec2(0.55, 1.0);
  vFront = 1.0;
  vOpen = vec4(0.022 - own.x, 0.05, own.x - 0.022, size.y - 0.035);
  bool isFront = false;
  if (isLeaf ? abs(axis.z) > 0.5 : axis.z < -0.5 && !isWithoutDoor && rearDoor > 0.0) {
    // The rear door is a heat exchanger: upright fins in two panels.
    vOpen += vec4(0.03, 0.05, -0.03, -0.04);
    vSlots = vec4(0.07, size.y * 0.5 - 0.05, 0.025, 2.0);
    vCells = vec4(36.0, 1.0, 0.0, 0.0);
    vLamp = vec4(0.4, 0.0, 0.0, own.x * 2.0);
    vFront = 0.0;
  } else if (axis.y > 0.5) {
    // Plates with slots, and brush strips for cables, between the frame's edges.
    vOpen = part > 0 ? vec4(9.0) : vec4(0.045 - own.x, 0.16 - own.z, own.x - 0.045, own.z - 0.07);
#ifdef PLAN
    // The line between rack and rear door; while a server is open, other racks are white.
    vOpen = vec4(-own.x, uOpenRack.x >= 0.0 && part <= 0 ? 9.0 : rearDoor - own.z, own.xz);
    // The hatch has the same density on the screen at every scale.
    vInk = vec2(projectionMatrix[1][1] * HATCH, (float(isCovered.y) - float(isCovered.x)) * 1.1 / own.x);
#endif
    vSlots.w = vCells.z = vCells.w = vFront = 0.0;
    vLean = vec3(0.0);
  } else if (axis.z < 0.5) {
    vOpen = vec4(9.0);
    vSlots.w = vCells.z = vCells.w = vFront = 0.0;
    vLean = vec3(0.0);
  } else isFront = true;
#ifdef SEVERAL_RUNS
  if (!isFront || isBeside) vRuns.yw = ivec2(0);
  // Servers side by side have no handles, and blades not the faceplate of a server that lies.
  if (kind.role.y > 3) vHalf.w = 0.0;
  if (part == 6 && kind.role.y > 7) { cull(); return; }
#endif
  // How new it is, 0 to 1. Most of it is gone after three days: the eye sees a hundredth of a bright colour on a dark rack.
  float fresh = clamp(1.0 - (uDay - rack.days.x) / FRESH_DAYS, 0.0, 1.0);
  fresh *= fresh * fresh;
  if (arriving > 0.0) fresh = 1.0;
#ifdef INSIDE
  // From far away a new rack is all of one colour; close to the eye it keeps its materials and has a label.
#ifdef PLAN
  const float close = 0.0;
#else
  float close = 1.0 - smoothstep(7.0, 15.0, distance(rack.foot, uEye));
#endif
  float labelled = fresh * close * vFront;
  vNew = vec2(min(labelled * 4.0, 1.0), labelled * (0.07 + uGlow * 0.2));
  fresh *= 1.0 - close;
#endif
  float isEnergized = step(rack.days.y, uDay), service = inService(rack.days.z) * step(rack.days.x, uDay);
  vBody = mix(mix(uIdle, uGraphite, service), uArrived, fresh * 0.92);
  // At night the eye sees how bright small lamps are.
  float bright = uLamp * (1.0 + 2.0 * clamp(uLamp - 1.0, 0.0, 1.0)) * (isNetwork ? 0.08 : 1.0);
  vLampLight.rgb = mix(vec3(0.5, 0.27, 0.06) * isEnergized, vec3(redAndBlue.x, 0.95, redAndBlue.y), service) * bright * vFront;
  // The lines of lamps hang over the aisles. Rears see the line beyond the next row, above that row.
  float beside = uLampAhead + halfSize.z - local.z, isRear = step(0.5, -axis.z);
  vec2 toLine = vec2(uLampLines.z - rack.foot.y - local.y - halfSize.y, beside);
  if (axis.z < -0.5) toLine.y = beside - uLampLines.y;
  vLamplight = lampsOn(axis, toLine) * mix(1.0, smoothstep(0.3, 1.0, local.y / size.y + 0.5), isRear);
#ifdef INSIDE
  // As bright to an eye that is used to the night as what stands out of the front; see nearLight.glsl.
  vLamplight *= 1.0 + 2.0 * clamp(uLamp - 1.0, 0.0, 1.0);
#else
  vLamplight *= isEnergized;
#endif
  // The front mirrors its line of lamps, blurred, at this height above its foot.
  float eyeUp = toEye.y + halfSize.y, away = max(toEye.z - halfSize.z, 0.01);
  vLampLight.a = isFront && !isOrthographic ? mix(eyeUp, uLampLines.z - rack.foot.y, away / (away + uLampAhead)) : 1e3;
  vState = vec4(fresh, isEnergized * uLamp * vFront, service, 0.0);
  // Number of the rack under the pointer, counted from the left as seen from the front.
  float most = rack.racks - 1.0;
  float pointed = uPointed - rack.first;
  vState.w = c > 0.0 ? pointed : most - pointed;
  vFace = vec4(axis, fract((rack.foot.x - c * size.x * 0.5 * most) * 0.713 + rack.foot.z * 0.219));
#ifndef INSIDE
  vRun = vec4(wide * 0.5, size.x, most, c * size.x * 0.713);
#endif
}
