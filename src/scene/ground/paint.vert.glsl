// Painted ground and floors; corners are in the site frame.
attribute vec3 aColor;
attribute float aPaint;
attribute vec2 aDays;
attribute float aLit;
varying vec3 vColor;
varying vec3 vPosition;
varying float vPaint;
varying float vLit;
void main() {
  if (uDay < aDays.x || uDay >= aDays.y) { cull(); return; }
  putAt(position);
#ifdef PLAN
  // Roads are light grey and land is white.
  float pale = int(aPaint) == PAINT_GRASS ? 1.0 : smoothstep(0.5, 0.6, aColor.g);
  vColor = vec3(0.84 + 0.16 * pale);
#else
  vColor = aColor;
#endif
  vPosition = position;
  vPaint = aPaint;
  vLit = step(aLit, uDay);
}
