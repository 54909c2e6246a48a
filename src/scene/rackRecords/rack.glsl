// Vertex shaders: records of racks.
/** Racks in this rectangle (x0, z0, x1, z1) are not drawn. */
uniform vec4 uGap;
/** Number of racks; of runs that are drawn as one box; and of racks in those runs. */
uniform int uCount, uRuns, uTail;

/** Record index of an item: first settled runs, then single racks. */
int recordOf(int item) {
  return item < uRuns ? uCount + item : int(readRack(uTail + item - uRuns).order);
}

bool isInGap(vec2 place) { return place.x > uGap.x && place.x < uGap.z && place.y > uGap.y && place.y < uGap.w; }

/** Progress of a rack's change to the colours of racks in service, 0 to 1. */
float inService(float inServiceDay) {
  return smoothstep(-1e-3, 1.2, uDay - inServiceDay + 1.2) * step(inServiceDay, uDay + 1.2);
}
