/** The rack whose rear door is open, -1 for none, and how far, radians. */
uniform vec2 uDoor;
/** A way or a place (x and z) turned about the hinge as the open door is, and turned back. */
vec2 swung(vec2 at) {
  float c = cos(uDoor.y), s = sin(uDoor.y);
  return vec2(at.x * c + at.y * s, at.y * c - at.x * s);
}
vec2 unswung(vec2 at) {
  float c = cos(uDoor.y), s = sin(uDoor.y);
  return vec2(at.x * c - at.y * s, at.y * c + at.x * s);
}
