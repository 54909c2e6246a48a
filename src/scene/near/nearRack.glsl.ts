import { MOST_KINDS, RACK_TEXELS } from '../rackRecords/rackRecords.ts';
import { FRESH } from '../rackRecords/runs.ts';
import { TINT } from '../shading/chunks.ts';
import { DOOR } from './door.ts';
import { GROWN, MOST_NEAR } from './reach.ts';

/**
 * GLSL: which rack a part belongs to, and where that is. The first `open` items are those of the rack whose rear door is open, then
 * each near rack has `each`. `partAt` is the part's number in its kind's columns, -1 where there is nothing to draw.
 */
export const nearRack = (open: number, each: number) => /* glsl */ `
${TINT}${GROWN}${DOOR}
uniform highp sampler2D uRacks;
uniform vec4 uKindSize[${MOST_KINDS}];
uniform int uNear[${MOST_NEAR}];
uniform vec4 uGap;
uniform vec3 uArrived;
vec4 rack, days, kindSize;
int rackIndex;
float is, turnOf;
vec3 foot;
int partAt(int item) {
  bool isOpen = item < ${open};
  int own = item - ${open};
  rackIndex = isOpen ? int(uDoor.x) : uNear[own / ${each}];
  if (rackIndex < 0) return -1;
  rack = column(uRacks, rackIndex * ${RACK_TEXELS});
  days = column(uRacks, rackIndex * ${RACK_TEXELS} + 1);
  bool inGap = rack.x > uGap.x && rack.x < uGap.z && rack.z > uGap.y && rack.z < uGap.w;
  is = isOpen ? 1.0 : grown(rack.xyz);
  if (uDay < days.x || inGap || is <= 0.0) return -1;
  int kind = int(days.w);
  kindSize = uKindSize[kind];
  turnOf = cos(rack.w);
  foot = vec3(rack.x, rack.y, rack.z + turnOf * kindSize.z * 0.5);
  return kind * ${open + each} + (isOpen ? ${each} + item : own % ${each});
}
bool isSwung(bool onDoor) { return onDoor && rackIndex == int(uDoor.x); }
/** A place on the rear door, turned about its hinge. */
vec3 onDoor(vec3 at) {
  vec2 hinge = vec2(-kindSize.x * 0.5 + 0.006, -kindSize.z - kindSize.w);
  return vec3(swung(at.xz - hinge) + hinge, at.y).xzy;
}
vec3 inSite(vec3 at) { return vec3(turnOf * at.x, at.y, turnOf * at.z); }
/** How new it is, 0 to 1. */
float freshness() { return ${FRESH}; }
vec3 freshTint(float hex) { return mix(tintOf(hex), uArrived, freshness() * 0.5); }
`;
