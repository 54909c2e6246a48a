// People: corners of bodies, already in the frame of the campus.
/** Colour as one number; how open to the sky the place is, 2 for heads; the day of their hall's lamps; their own first day. */
attribute vec4 aLook;
varying vec3 vColor;
varying vec3 vNormal;
varying float vOcclusion;
varying float vLamplight;
/** In a plan people are left out where half the picture's height is more than some 30 m. */
const float SPECK = 0.033;
void main() {
  if (uDay < aLook.w || (uInk > 0.5 && projectionMatrix[1][1] < SPECK)) { cull(); return; }
  putAt(position);
  vNormal = normal;
  // From above a figure is shoulders, dark, and a head; its legs and hands are left white.
  float ink = aLook.y < 0.95 ? 1.0 : aLook.y > 1.0 ? 0.36 : 0.06;
  vColor = mix(tintOf(aLook.x), vec3(ink), uInk);
  vOcclusion = max(min(aLook.y, 1.0), uInk);
  // In a hall light comes from the faces of the racks, to both sides of who stands between them, and from above.
  vLamplight = step(aLook.z, uDay) * (0.9 + 2.4 * abs(normal.z) + 0.8 * max(normal.y, 0.0));
}
