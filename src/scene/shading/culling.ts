/**
 * Where an eye is that a material is made for: between the walls of a hall, where most is occluded, or anywhere else, where nothing
 * is, so that no test is paid for.
 */
export type Vantage = 'inside' | 'outside';
export const VANTAGES: readonly Vantage[] = ['outside', 'inside'];

/** Rows of racks that can hide others at once: before and behind the eye, in two blocks. */
export const MOST_OCCLUDERS = 4;

/**
 * GLSL: whether a box (its low and high corner, site frame) cannot be seen because walls or rows of racks stand before it. A software
 * renderer shades every fragment before it asks for its depth, so what is hidden must not be drawn at all.
 *
 * `uWithin` is the hall that encloses the eye (x0, z0, x1, z1), nothing where x0 > x1. An occluder is a row without gaps: z of its
 * near side, west and east end, and its top; in `uOccluderFar` z of its far side.
 */
export const occlusionFrom = (place: Vantage) => (place === 'outside' ? OUTSIDE : INSIDE);

const OUTSIDE = /* glsl */ `
bool isOccluded(vec3 low, vec3 high) { return false; }
`;

const INSIDE = /* glsl */ `
uniform vec4 uWithin;
uniform vec4 uOccluders[${MOST_OCCLUDERS}];
uniform float uOccluderFar[${MOST_OCCLUDERS}];
bool isOccluded(vec3 low, vec3 high) {
  if (uWithin.x < uWithin.z && (high.x < uWithin.x || low.x > uWithin.z || high.z < uWithin.y || low.z > uWithin.w)) return true;
  bool isHidden = false;
  vec3 from = eye();
  for (int occluder = 0; occluder < ${MOST_OCCLUDERS}; occluder++) {
    vec4 s = uOccluders[occluder];
    float far = uOccluderFar[occluder];
    bool beyond = s.x < from.z ? high.z < far + 0.02 : low.z > far - 0.02;
    // Where the rays to the box's corners pass the row.
    vec2 share = (s.x - from.z) / (vec2(low.z, high.z) - from.z);
    vec2 west = from.x + (low.x - from.x) * share;
    vec2 east = from.x + (high.x - from.x) * share;
    vec2 top = from.y + (high.y - from.y) * share;
    isHidden = isHidden || (s.y < s.z && beyond && min(west.x, west.y) > s.y && max(east.x, east.y) < s.z && max(top.x, top.y) < s.w);
  }
  return isHidden;
}
`;
