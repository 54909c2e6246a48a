/**
 * Metal without an environment map: the hall's long lamps and its floor, worked out from the mirrored ray. `shine` is 0 for matt
 * and 1 for bare metal, `powered` 1 where the hall's lamps are on. Needs LIGHT.
 */
export const SHINE = /* glsl */ `
vec3 shone(vec3 color, vec3 normal, vec3 toEye, float shine, float open, float powered) {
  vec3 away = reflect(-toEye, normal);
  float lamps = clamp(1.7 - 9.0 * abs(fract(away.x * 1.114 + 0.595) - 0.5), 0.0, 1.0) * clamp(away.y * 1.8 - 0.25, 0.0, 1.0);
  vec3 around = mix(uGroundLight * 0.95, uSkyLight + uSunLight * 0.35, clamp(away.y * 0.9 + 0.32, 0.0, 1.0));
  float edge = 1.0 - max(dot(normal, toEye), 0.0);
  edge *= edge * edge;
  vec3 hall = uHallLight * (9.0 * powered);
  vec3 matt = lit(color, normal, open) + color * hall;
  vec3 mirror = color * (around * (0.75 + 0.55 * lamps) + hall * (0.45 + 0.8 * lamps)) * 1.25;
  return mix(matt, mirror, shine * 0.82) + (around + hall) * (edge * 0.22 + lamps * 0.05) * open;
}
`;

/** A bent tube: its middle at `t`, 0 to 1, and the way out of it at an angle. */
export const BENT = /* glsl */ `
vec3 bezier(vec3 a, vec3 b, vec3 c, vec3 d, float t) {
  float s = 1.0 - t;
  return a * (s * s * s) + b * (3.0 * s * s * t) + c * (3.0 * s * t * t) + d * (t * t * t);
}
void bent(vec3 a, vec3 b, vec3 c, vec3 d, float t, float angle, out vec3 middle, out vec3 away) {
  middle = bezier(a, b, c, d, t);
  float s = 1.0 - t;
  vec3 along = normalize((b - a) * (s * s) + (c - b) * (2.0 * s * t) + (d - c) * (t * t) + vec3(1e-6, 0.0, 0.0));
  vec3 across = normalize(cross(along, vec3(0.31, 0.17, 0.94)));
  away = across * cos(angle) + cross(across, along) * sin(angle);
}
`;
