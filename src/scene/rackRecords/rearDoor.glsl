/** Index of the rack whose rear door is open, -1 for none, and its angle, radians. */
uniform vec2 uDoor;
/** A vector (x, z) turned about the hinge with the open door, and the inverse. */
vec2 swung(vec2 at) {
  float c = cos(uDoor.y), s = sin(uDoor.y);
  return vec2(at.x * c + at.y * s, at.y * c - at.x * s);
}
vec2 unswung(vec2 at) {
  float c = cos(uDoor.y), s = sin(uDoor.y);
  return vec2(at.x * c - at.y * s, at.y * c + at.x * s);
}
