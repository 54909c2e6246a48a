// People; corners of bodies are in the site frame.
/** Colour as one number; openness to the sky, 2 for heads; the day from which their hall's lamps are on; their first day. */
attribute vec4 aLook;
varying vec3 vColor;
varying vec3 vNormal;
varying float vOcclusion;
varying float vLamplight;
/** People are left out of a plan if half the picture's height is more than about 30 m. */
const float SPECK = 0.033;
void main() {
  if (uDay < aLook.w || (uInk > 0.5 && projectionMatrix[1][1] < SPECK)) { cull(); return; }
  putAt(position);
  vNormal = normal;
  // In the plan, shoulders are dark, the head is grey, and legs and hands are white.
  float ink = aLook.y < 0.95 ? 1.0 : aLook.y > 1.0 ? 0.36 : 0.06;
  vColor = mix(tintOf(aLook.x), vec3(ink), uInk);
  vOcclusion = max(min(aLook.y, 1.0), uInk);
  // In a hall, light comes from the racks on both sides and from above.
  vLamplight = step(aLook.z, uDay) * (0.9 + 2.4 * abs(normal.z) + 0.8 * max(normal.y, 0.0));
}
