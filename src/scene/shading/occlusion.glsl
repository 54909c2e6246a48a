// Vertex shaders: culling of things that walls or rows of racks hide. A software renderer shades every fragment before it tests depth,
// so hidden things must not be drawn at all.

#ifdef INSIDE
/** The hall that contains the eye (x0, z0, x1, z1); none if x0 > x1. */
uniform vec4 uWithin;
/** Occluders: z of the near side, x of the west and east end, and top; `uOccluderFar` has z of the far side. */
uniform vec4 uOccluders[MOST_OCCLUDERS];
uniform float uOccluderFar[MOST_OCCLUDERS];

/** Whether a box (least and greatest x, y, z, site frame) is completely hidden. */
bool isOccluded(vec3 low, vec3 high) {
  if (uWithin.x < uWithin.z && (high.x < uWithin.x || low.x > uWithin.z || high.z < uWithin.y || low.z > uWithin.w)) return true;
  bool is = false;
  vec3 from = uEye;
  for (int row = 0; row < MOST_OCCLUDERS; row++) {
    vec4 s = uOccluders[row];
    float far = uOccluderFar[row];
    bool beyond = s.x < from.z ? high.z < far + 0.02 : low.z > far - 0.02;
    // Where the rays to the box's corners cross the row.
    vec2 share = (s.x - from.z) / (vec2(low.z, high.z) - from.z);
    vec2 west = from.x + (low.x - from.x) * share;
    vec2 east = from.x + (high.x - from.x) * share;
    vec2 top = from.y + (high.y - from.y) * share;
    is = is || (s.y < s.z && beyond && min(west.x, west.y) > s.y && max(east.x, east.y) < s.z && max(top.x, top.y) < s.w);
  }
  return is;
}
#else
bool isOccluded(vec3 low, vec3 high) { return false; }
#endif
