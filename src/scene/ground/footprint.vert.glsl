// Marks on the floor for places without a rack.
varying vec2 vAt;
flat varying vec2 vHalf;
flat varying float vLit;
void main() {
  Footprint footprint = readFootprint(gl_VertexID >> 2);
  // From the day on which the floor is laid until a rack stands on it.
  if (uDay < footprint.days.x || uDay > footprint.days.y) { cull(); return; }
  vLit = step(footprint.lit, uDay);
  vHalf = footprint.size * 0.5;
  vAt = quadCorner(gl_VertexID & 3) * vHalf;
  float c = cos(footprint.heading), s = sin(footprint.heading);
  putAt(footprint.middle + vec3(c * vAt.x + s * vAt.y, 0.0, c * vAt.y - s * vAt.x));
}
