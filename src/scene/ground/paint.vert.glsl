// Painted ground and floors; corners are in the site frame.
/** Colour as one number; pattern; the day from which a hall's lamps are on. */
attribute vec3 aLook;
/** First and last day. */
attribute vec2 aDays;
varying vec3 vColor;
varying vec3 vPosition;
varying float vPaint;
varying float vLit;
void main() {
  if (uDay < aDays.x || uDay >= aDays.y) { cull(); return; }
  putAt(position);
  vColor = tintOf(aLook.x);
#ifdef PLAN
  // Roads are light grey and land is white.
  float pale = int(aLook.y) == PAINT_GRASS ? 1.0 : smoothstep(0.5, 0.6, vColor.g);
  vColor = vec3(0.84 + 0.16 * pale);
#endif
  vPosition = position;
  vPaint = aLook.y;
  vLit = step(aLook.z, uDay);
}
