// People; corners of bodies are in the site frame.
/** Colour as one number; openness to the sky, 2 for heads; the day from which their hall's lamps are on; their first day. */
attribute vec4 aLook;
varying vec3 vColor;
varying vec3 vNormal;
varying float vOcclusion;
varying float vLamplight;
#ifdef PLAN
/** People are left out if half the picture's height is more than about 30 m. */
const float SPECK = 0.033;
#endif
void main() {
  bool isThere = uDay >= aLook.w;
#ifdef PLAN
  isThere = isThere && projectionMatrix[1][1] >= SPECK;
#endif
  if (!isThere) { cull(); return; }
  putAt(position);
  vNormal = normal;
#ifdef PLAN
  // Shoulders are dark, the head is grey, and legs and hands are white.
  vColor = vec3(aLook.y < 0.95 ? 1.0 : aLook.y > 1.0 ? 0.36 : 0.06);
  vOcclusion = 1.0;
#else
  vColor = tintOf(aLook.x);
  vOcclusion = min(aLook.y, 1.0);
#endif
  // In a hall, light comes from the racks on both sides and from above.
  vLamplight = step(aLook.z, uDay) * (0.9 + 2.4 * abs(normal.z) + 0.8 * max(normal.y, 0.0));
}
