// Boxes of near racks: pumps, displays, doors' frames and what is behind an open one.
uniform vec3 uGraphite, uIdle;
/** What the labels of the near racks say; see rackLabel.ts. */
uniform ivec3 uLabels[MOST_NEAR];
varying vec2 vAt;
flat varying vec3 vNormal;
flat varying vec3 vColor;
/** Finish, on the face that has it; whether powered, and in service; how open to the light the place is. */
flat varying vec4 vShow;
/** The signs of its rack's label, and how many they are. */
flat varying ivec3 vLabel;
void main() {
  cull();
  int item = gl_VertexID / 12;
  int part = partAt(item);
  if (part < 0) return;
  RackBox box = readRackBox(part);
  if (box.size.x <= 0.0 || box.part.y > rack.kind.y) return;
  bool isOnDoor = box.show.y > 0;
  bool isTurned = isSwung(isOnDoor);
  vec3 halfSize = box.size * 0.5 * vec3(vec2(thickness(standsOut)), standing(standsOut) + 1e-3);
  vec3 corner, face;
  boxCorner(gl_VertexID - item * 12, corner, face);
  vec3 centre = isTurned ? onDoor(box.centre) : box.centre;
  vec3 toEye = toCampus(toEyeFrom(foot + toCampus(centre)));
  if (isTurned) toEye.xz = unswung(toEye.xz);
  vec3 side = facing(toEye);
  vec3 offset = corner * side * halfSize, normal = face * side;
  vAt = face.x > 0.5 ? offset.zy : (face.y > 0.5 ? offset.xz : offset.xy);
  if (isTurned) { offset.xz = swung(offset.xz); normal.xz = swung(normal.xz); }
  vNormal = toCampus(normal);
  // Its own colour is that of the rack's frame.
  vColor = box.part.x > 0 ? mix(uIdle, uGraphite, inService(rack.days.z)) * 0.8 : box.tint;
  bool isWithin = !isOnDoor && box.centre.z < -0.4 && box.centre.z > -kind.size.z - kind.rearDoor + 0.05;
  int finish = face.z > 0.5 ? box.show.x : min(box.show.x, BOX_METAL);
  vShow = vec4(float(finish), step(rack.days.y, uDay), step(rack.days.z, uDay), isWithin ? 0.6 : 0.85);
  vLabel = uLabels[max(item - OPEN_PARTS, 0) / CLOSED_PARTS];
  putAt(foot + toCampus(centre + offset));
}
