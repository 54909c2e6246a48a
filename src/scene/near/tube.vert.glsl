// Hoses and cables of the server that is drawn out.
varying vec3 vNormal;
varying float vDeep;
flat varying vec3 vColor;
flat varying float vMetal;
/** Slope of the surface, 0 on the outline; and distance from the loose end, 1 without one. */
varying vec2 vEdge;
void main() {
  const int corners = SIDES * (PIECES + 1);
  int item = gl_VertexID / corners;
  int corner = gl_VertexID - item * corners;
  int ring = corner / SIDES;
  Tube tube = readTube(item);
  vec3 a = tube.a, b = tube.b, c = tube.c, d = tube.d;
  // An end on the plate that is opened goes with it.
  if (abs(tube.gpuOfEnd - uSubject) < 0.5) { c = hinged(c); d = hinged(d); }
  float t = float(ring) / float(PIECES);
  int side = corner - ring * SIDES;
  vec3 middle, outward;
#ifdef PLAN
  // Corners lie on the outline that is seen from above, so that it is one clean line.
  middle = bezier(a, b, c, d, t);
  vec3 along = alongBezier(a, b, c, d, t);
  vec2 way = along.xz + (d.xz - a.xz) * 1e-3 + vec2(1e-7);
  vec3 across = normalize(vec3(way.y, 0.0, -way.x));
  const float PI = 3.141592654;
  float angle = side < 4 ? float(side) * PI / 3.0 : PI + float(side - 3) * PI / float(SIDES - 3);
  outward = across * cos(angle) + cross(along, across) * sin(angle);
  vEdge = vec2(side == 0 || side == 3 ? 0.0 : outward.y, tube.gpuOfEnd > 0.5 ? 1.0 - t : 1.0);
#else
  bent(a, b, c, d, t, float(side) * 6.283185307 / float(SIDES), middle, outward);
#endif
  vNormal = toCampus(outward);
  vDeep = heightInServer(middle.y);
  vColor = tube.tint;
  vMetal = tube.metal;
  putAt(pointInCampus(middle + outward * tube.radius));
}
