// Vertex shaders: which near rack a part belongs to, and where that is. The first OPEN_PARTS items are those of the rack whose rear door
// is open, then each near rack has CLOSED_PARTS.

/** Indices of the near racks, -1 for none. */
uniform int uNear[MOST_NEAR];
Rack rack;
RackKind kind;
int rackIndex;
/** How far its parts stand out, 0 to 1; see nearReach.glsl. */
float standsOut;
/** 1 or -1 for a front to the south or north. */
float facingZ;
/** The middle of its front's lower edge. */
vec3 foot;

/** Finds an item's rack, and answers the part's number in its kind's records, -1 where there is nothing to draw. */
int partAt(int item) {
  bool isOpen = item < OPEN_PARTS;
  int own = item - OPEN_PARTS;
  rackIndex = isOpen ? int(uDoor.x) : uNear[own / CLOSED_PARTS];
  if (rackIndex < 0) return -1;
  rack = readRack(rackIndex);
  standsOut = isOpen ? 1.0 : grown(rack.foot);
  if (uDay < rack.days.x || isInGap(rack.foot.xz) || standsOut <= 0.0) return -1;
  kind = readRackKind(rack.kind.x);
  facingZ = cos(rack.heading);
  foot = rack.foot + vec3(0.0, 0.0, facingZ * kind.size.z * 0.5);
  return rack.kind.x * (OPEN_PARTS + CLOSED_PARTS) + (isOpen ? CLOSED_PARTS + item : own % CLOSED_PARTS);
}

/** Whether a part of the rear door is turned with it. */
bool isSwung(bool isOnDoor) { return isOnDoor && rackIndex == int(uDoor.x); }

/** A place on the rear door, turned about its hinge. */
vec3 onDoor(vec3 at) {
  vec2 hinge = vec2(-kind.size.x * 0.5 + 0.006, -kind.size.z - kind.rearDoor);
  return vec3(swung(at.xz - hinge) + hinge, at.y).xzy;
}

/** A way in the rack's frame as one in that of the campus. */
vec3 toCampus(vec3 way) { return vec3(facingZ * way.x, way.y, facingZ * way.z); }
