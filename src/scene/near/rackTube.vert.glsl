// Hoses, cables and handles of near racks.
/** Of the server that is drawn out: lower and upper edge of its opening. */
uniform vec4 uOpenSlot;
uniform vec2 uOpenRack;
uniform vec3 uSteel;
varying vec3 vNormal;
flat varying vec3 vColor;
/** Whether powered, and how much it mirrors. */
flat varying vec2 vPowered;
void main() {
  cull();
  const int corners = SIDES * (PIECES + 1);
  int item = gl_VertexID / corners;
  int part = partAt(item);
  if (part < 0) return;
  RackTube tube = readRackTube(part);
  // Nothing hangs at an empty slot.
  if (tube.radius <= 0.0 || tube.part.y > rack.kind.y) return;
  vec3 a = tube.a, b = tube.b, c = tube.c, d = tube.d;
  // What hangs on the server that is drawn out has been taken off.
  if (float(rackIndex) == uOpenRack.x && d.z > -0.5 && max(a.y, d.y) > uOpenSlot.x - 0.03 && min(a.y, d.y) < uOpenSlot.y) return;
  // Hoses hang with a slack of their own.
  if (tube.coupling > 0.0 && tube.coupling < 1.0 && tube.part.x == 0) {
    vec2 slack = fract(sin(float(rackIndex * 67 + part) * vec2(12.9898, 78.233)) * 43758.547) - 0.5;
    b += vec3(slack.x * 0.06, -0.03 * abs(slack.y), slack.y * 0.03);
    c += vec3(slack.y * 0.05, -0.03 * abs(slack.x), slack.x * 0.04);
  }
  b.z = mix(a.z, b.z, standing(standsOut));
  c.z = mix(d.z, c.z, standing(standsOut));
  if (isSwung(tube.part.x > 0)) {
    a = onDoor(a);
    b = onDoor(b);
    c = onDoor(c);
    d = onDoor(d);
  }
  int corner = gl_VertexID - item * corners;
  int ring = corner / SIDES;
  float angle = float(corner - ring * SIDES) * 6.283185307 / float(SIDES);
  // The outer pieces are couplings, with a step to the hose between them.
  const int last = PIECES;
  float coupling = tube.coupling;
  bool isBare = coupling >= 1.0;
  bool isCoupled = coupling > 0.0 && !isBare;
  float t = float(ring) / float(PIECES);
  if (isCoupled) t = ring < 1 ? 0.0 : ring > last - 1 ? 1.0 : mix(coupling, 1.0 - coupling, clamp(float(ring - 2) / float(PIECES - 4), 0.0, 1.0));
  bool isWide = isCoupled && (ring < 2 || ring > last - 2);
  bool isMetal = isBare || (isCoupled && (ring < 3 || ring > last - 2));
  vec3 middle, outward;
  bent(a, b, c, d, t, angle, middle, outward);
  middle += outward * (tube.radius * thickness(standsOut) * (isWide ? 1.4 : 1.0));
  vNormal = toCampus(outward);
  vColor = isMetal && !isBare ? uSteel : tube.tint;
  vPowered = vec2(step(rack.days.y, uDay), isMetal ? 1.0 : 0.0);
  putAt(foot + toCampus(middle));
}
