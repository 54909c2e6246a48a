// Rods: pipes, stacks, wheels.
varying vec3 vColor;
varying vec3 vNormal;
varying float vOcclusion;
varying vec3 vLamplight;
void main() {
  // Corners: rings at the near end, the far end and the rim of its cap, then the cap's centre.
  const int corners = SIDES * 3 + 1;
  int item = gl_VertexID / corners;
  int corner = gl_VertexID - item * corners;
  Rod rod = readRod(item);
  float there = presence(rod.days);
  if (there <= 0.0 || min(rod.start.y, rod.start.y + rod.reach.y) > uCeiling) { cull(); return; }
  vec3 along = normalize(rod.reach);
  vec3 side = normalize(cross(along, abs(along.y) > 0.9 ? vec3(1.0, 0.0, 0.0) : vec3(0.0, 1.0, 0.0)));
  vec3 up = cross(side, along);
  int ring = corner / SIDES;
  float angle = float(corner - ring * SIDES) * 6.283185307 / float(SIDES);
  vec3 outward = side * cos(angle) + up * sin(angle);
  vec3 place = rod.start + rod.reach * (ring == 0 ? 0.0 : there) + (ring == 3 ? vec3(0.0) : outward * rod.radius);
  putAt(place);
  vNormal = ring >= 2 ? along : outward;
#ifdef PLAN
  vColor = vec3(0.2 + 0.5 * rod.tint.g);
#else
  vColor = rod.tint;
#endif
  vOcclusion = mix(0.75, 1.0, smoothstep(0.0, 2.0, place.y));
  vLamplight = uHallLight * (step(rod.lit, uDay) * lampsAt(place, vNormal)) + lampLight(place, vNormal, rod.lamp);
}
