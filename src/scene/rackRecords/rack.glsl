// Vertex shaders: what the GPU knows of racks.
uniform highp sampler2D uRacks, uKinds;
/** Racks in this rectangle (x0, z0, x1, z1) are left out of the picture. */
uniform vec4 uGap;
/** How many racks there are; of what is drawn: runs, and racks that those hold. */
uniform int uCount, uRuns, uTail;

/** Where an item's record is: settled runs first, then every rack of the others. */
int recordOf(int item) {
  return item < uRuns ? uCount + item : int(readRack(uRacks, uTail + item - uRuns).order);
}

bool isInGap(vec2 place) { return place.x > uGap.x && place.x < uGap.z && place.y > uGap.y && place.y < uGap.w; }

/** How new a rack is, from 1 on the day on which it comes to 0 after FRESH_DAYS. */
float freshness(float installedDay) { return max(exp2(-max(uDay - installedDay, 0.0) / 3.0) * 1.001 - 0.001, 0.0); }

/** How far a rack has become one in service, 0 to 1. */
float inService(float inServiceDay) {
  return smoothstep(-1e-3, 1.2, uDay - inServiceDay + 1.2) * step(inServiceDay, uDay + 1.2);
}
