/** Distance from the eye within which racks have near parts, metres. */
uniform float uNearReach;

/**
 * How far the near parts of a rack at this position stand out, 0 to 1. Distance is measured as in nearest.ts; it is 0 at the distance
 * of the farthest near rack, so that racks come and go without a jump. Parts first thicken flat on the face; then they move out while
 * the details drawn under them fade.
 */
float grown(vec3 foot) {
  vec3 way = foot + vec3(0.0, REACH_MEASURED_AT, 0.0) - uEye;
  float along = -dot(way, backward()), square = dot(way, way);
  float wide = length(1.0 / vec2(projectionMatrix[0][0], projectionMatrix[1][1]));
  float beside = sqrt(max(square - along * along, 0.0)) - wide * along - REACH_RADIUS;
  float away = sqrt(square) + max(-along, 0.0) * REACH_BEHIND + max(beside, 0.0) * REACH_BESIDE;
  return 1.0 - smoothstep(0.82, 0.99, away / max(uNearReach, 1e-3));
}
float thickness(float grown) { return smoothstep(0.0, 0.45, grown); }
float standing(float grown) { return smoothstep(0.4, 1.0, grown); }
float painted(float grown) { return 1.0 - smoothstep(0.45, 0.8, grown); }
