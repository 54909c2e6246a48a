// People; corners of bodies are in the site frame.
/** Colour as one number; openness to the sky, 2 for heads; the day from which their hall's lamps are on; their first day. */
attribute vec4 aLook;
/** The lamp outside that lights them. */
attribute vec4 aLamp;
varying vec3 vColor;
varying vec3 vNormal;
varying float vOcclusion;
varying vec3 vLamplight;
#ifdef IMAGE
/** How much of it the floor shows. */
varying float vShare;
uniform float uMirror, uFloorY;
#endif
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
#ifdef IMAGE
  // The floor is rough: what is higher above it is blurred more, so that less of it is seen.
  vShare = uMirror * exp(-1.1 * max(position.y - uFloorY, 0.0));
  vec3 toEye = uEye - position;
  float flatness = 1.0 - clamp((uEye.y - uFloorY) / length(toEye), 0.0, 1.0);
  vShare *= 0.12 + 0.5 * flatness * flatness;
  putAt(vec3(position.x, 2.0 * uFloorY - position.y, position.z));
#else
  putAt(position);
#endif
  vNormal = normal;
#ifdef PLAN
  // Shoulders are dark, the head is grey, and legs and hands are white.
  vColor = vec3(aLook.y < 0.95 ? 1.0 : aLook.y > 1.0 ? 0.36 : 0.06);
  vOcclusion = 1.0;
#else
  vColor = tintOf(aLook.x);
  vOcclusion = min(aLook.y, 1.0);
#endif
  // Fronts of racks on both sides give a little light, too.
  vLamplight = uHallLight * (step(aLook.z, uDay) * (lampsAt(position, normal) + 0.16 * abs(normal.z)));
  vLamplight += lampLight(position, normal, aLamp);
}
