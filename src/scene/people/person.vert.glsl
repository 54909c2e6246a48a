// People; corners of bodies are in the site frame.
/** Colour as one number; share of light that reaches the corner, plus what it is made of (see crowd.ts); the day from which their hall's lamps are on; their first day. */
attribute vec4 aLook;
/** The lamp outside that lights them. */
attribute vec4 aLamp;
varying vec3 vColor, vNormal, vPlace;
/** Share of light, what it is made of, and 1 where the hall's lamps are on. */
varying vec3 vLook;
varying vec4 vLamp;
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
  vPlace = position;
  vLamp = aLamp;
  vLook = vec3(fract(aLook.y), floor(aLook.y), step(aLook.z, uDay));
#ifdef PLAN
  // Shoulders are dark, head and shoes are grey, and legs and hands are white.
  vColor = vec3(vLook.y < 1.5 ? 1.0 : vLook.y > 2.5 ? 0.36 : 0.06);
#else
  vColor = tintOf(aLook.x);
#endif
}
