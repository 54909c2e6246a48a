// Painted ground and floors; corners are in the site frame.
/** Colour as one number; pattern; the day from which a hall's lamps are on; z of the first line of lamps above. */
attribute vec4 aLook;
/** First and last day. */
attribute vec2 aDays;
varying vec3 vColor;
varying vec3 vPosition;
varying float vPaint;
varying float vLit;
varying float vLamps;
#ifdef WORN
/** Strengths of the ground's broad, middle and fine unevenness and of rows of plants; see paint.frag.glsl. Assumed. */
varying vec4 vWear;
#endif
void main() {
  if (uDay < aDays.x || uDay >= aDays.y) { cull(); return; }
  putAt(position);
  vColor = tintOf(aLook.x);
  int paint = int(aLook.y);
#ifdef PLAN
  // Roads are light grey and land is white.
  float pale = paint == PAINT_ASPHALT ? 0.0 : paint == PAINT_PLAIN ? smoothstep(0.2, 0.3, vColor.g) : 1.0;
  vColor = vec3(0.84 + 0.16 * pale);
#endif
#ifdef WORN
  if (paint == PAINT_GRASS) vWear = vec4(0.13, 0.08, 0.2, 0.0);
  else if (paint == PAINT_CROP) vWear = vec4(0.1, 0.07, 0.1, 0.16);
  else if (paint == PAINT_ASPHALT) vWear = vec4(0.05, 0.12, 0.12, 0.0);
  else vWear = paint == PAINT_PLAIN ? vec4(0.0) : vec4(0.05, 0.1, 0.05, 0.0);
#endif
  vPosition = position;
  vPaint = aLook.y;
  vLit = step(aLook.z, uDay);
  vLamps = aLook.w;
}
