// Marks on the floor for places without a rack.
varying vec2 vAt;
flat varying vec2 vHalf;
varying float vLit;
void main() {
  Footprint footprint = readFootprint(gl_VertexID >> 2);
  // From the day on which the floor is laid until a rack stands on it.
  if (uDay < footprint.days.x || uDay > footprint.days.y) { cull(); return; }
  vHalf = footprint.size * 0.5;
  vAt = quadCorner(gl_VertexID & 3) * vHalf;
  vLit = step(footprint.lit, uDay) * lampsOn(vec3(0.0, 1.0, 0.0), vec2(uLampLines.z - footprint.middle.y, uLampAhead + vHalf.y - vAt.y));
  float c = cos(footprint.heading), s = sin(footprint.heading);
  putAt(footprint.middle + vec3(c * vAt.x + s * vAt.y, 0.0, c * vAt.y - s * vAt.x));
}
