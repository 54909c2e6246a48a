/** A point of a Bezier curve at `t`, 0 to 1. */
vec3 bezier(vec3 a, vec3 b, vec3 c, vec3 d, float t) {
  float s = 1.0 - t;
  return a * (s * s * s) + b * (3.0 * s * s * t) + c * (3.0 * s * t * t) + d * (t * t * t);
}

/** The way along the curve at `t`, of unit length. */
vec3 alongBezier(vec3 a, vec3 b, vec3 c, vec3 d, float t) {
  float s = 1.0 - t;
  return normalize((b - a) * (s * s) + (c - b) * (2.0 * s * t) + (d - c) * (t * t) + vec3(1e-6, 0.0, 0.0));
}

/** A bent tube: its middle at `t`, and the way out of it at an angle. */
void bent(vec3 a, vec3 b, vec3 c, vec3 d, float t, float angle, out vec3 middle, out vec3 outward) {
  middle = bezier(a, b, c, d, t);
  vec3 along = alongBezier(a, b, c, d, t);
  vec3 across = normalize(cross(along, vec3(0.31, 0.17, 0.94)));
  outward = across * cos(angle) + cross(across, along) * sin(angle);
}
