// Marks on the floor for places without a rack.
uniform highp sampler2D uPlaces;
varying vec2 vAt;
flat varying vec2 vHalf;
flat varying float vLit;
void main() {
  Footprint place = readFootprint(uPlaces, gl_VertexID >> 2);
  // From the day on which the floor is laid until a rack stands on it.
  if (uDay < place.days.x || uDay > place.days.y) { cull(); return; }
  vLit = step(place.lit, uDay);
  vHalf = place.size * 0.5;
  vAt = quadCorner(gl_VertexID & 3) * vHalf;
  float c = cos(place.heading), s = sin(place.heading);
  putAt(place.middle + vec3(c * vAt.x + s * vAt.y, 0.0, c * vAt.y - s * vAt.x));
}
