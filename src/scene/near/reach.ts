/** Racks that can be near at once. */
export const MOST_NEAR = 16;
/** Metres from the eye at which parts begin to stand out of the faces, at most, in a picture 1080 pixels high: finer ones sparkle. */
export const NEAR_FROM = 11;
export const NEAR_LINES = 1080;
/**
 * A rack counts as farther away by so many metres for every metre that it lies behind the eye, or beside all that the picture shows by
 * more than its own radius, metres: parts that nobody sees are no parts.
 */
export const BEHIND = 4;
export const BESIDE = 3;
export const RADIUS = 1.3;
/** Where on a rack its distance is measured, metres above its foot. */
export const MEASURED_AT = 1;

/**
 * GLSL: how far the parts of a rack at this foot stand out, 0 to 1. It is measured as the nearest racks are looked for (`nearest`), and
 * begins where the last of those is: a rack that comes or goes has no parts yet. First parts become thick, flat on the face; then
 * what is painted under them goes while they come out.
 */
export const GROWN = /* glsl */ `
uniform float uNearReach;
float grown(vec3 foot) {
  vec3 way = foot + vec3(0.0, ${MEASURED_AT}.0, 0.0) - eye();
  float along = -dot(way, vec3(viewMatrix[0][2], viewMatrix[1][2], viewMatrix[2][2])), square = dot(way, way);
  float wide = length(1.0 / vec2(projectionMatrix[0][0], projectionMatrix[1][1]));
  float beside = sqrt(max(square - along * along, 0.0)) - wide * along - ${RADIUS};
  float away = sqrt(square) + max(-along, 0.0) * ${BEHIND}.0 + max(beside, 0.0) * ${BESIDE}.0;
  return 1.0 - smoothstep(0.82, 0.99, away / max(uNearReach, 1e-3));
}
float thickness(float grown) { return smoothstep(0.0, 0.45, grown); }
float standing(float grown) { return smoothstep(0.4, 1.0, grown); }
float painted(float grown) { return 1.0 - smoothstep(0.45, 0.8, grown); }
`;
