// Shadows of racks on the floor they stand on.
void main() {
  Rack rack = readRack(recordOf(gl_VertexID >> 2));
  float grown = uDrop > 0.0 ? smoothstep(rack.days.x - 0.5, rack.days.x, uDay) : step(rack.days.x, uDay);
  if (grown <= 0.0) { cull(); return; }
  RackKind kind = readRackKind(rack.kind.x);
  float width = kind.size.x * rack.racks;
  // Cull by a box that is wider by an aisle, which the shadow does not exceed.
  vec3 near = vec3(2.0 + width * 0.5, 0.0, 2.5);
  if (isOccluded(rack.foot - near, rack.foot + near)) { cull(); return; }
  vec2 heading = vec2(cos(rack.heading), sin(rack.heading));
  // A little wider than the rack, so that soft edges of neighbours overlap.
  vec2 halfSize = vec2(width + 0.5, kind.size.z + kind.rearDoor) * 0.5;
  vec3 middle = rack.foot - vec3(heading.y, 0.0, heading.x) * kind.rearDoor * 0.5;
  // The line of lamps over its aisle throws its shadow on the aisle behind it.
  float high = kind.size.y * grown, over = max(uLampLines.z - rack.foot.y - high, 0.5);
  float lamps = uLampShine * min((uLampAhead + kind.size.z + kind.rearDoor) * high / over, 4.0);
  layShadow(middle, heading, halfSize, high, 1.1, vec2(0.0, -lamps));
  if (uLamp > 1.0) vRound = -1.0;
}
