uniform vec3 uFootprint, uFloor;
varying vec2 vAt;
flat varying vec2 vHalf;
varying float vLit;
/** Distance from the edge of a place to its mark, and the mark's width, metres. */
const float MARGIN = 0.03;
void main() {
  vec2 pixel = max(fwidth(vAt), 1e-5);
  vec2 inside = vHalf - MARGIN - abs(vAt);
  vec2 edge = clamp(inside / pixel + 0.5, 0.0, 1.0);
  float body = edge.x * edge.y;
  vec2 core = clamp((inside - MARGIN) / pixel + 0.5, 0.0, 1.0);
  float line = body * (1.0 - core.x * core.y);
  Surface surface = matt(mix(uFloor, uFootprint, body * 0.42 + line * 0.58), vec3(0.0, 1.0, 0.0));
#ifdef PLAN
  // A dashed outline one or two pixels wide.
  vec2 thin = clamp((inside - min(pixel, MARGIN)) / pixel + 0.5, 0.0, 1.0);
  float dash = step(fract((vAt.x + vAt.y) * 6.0), 0.66);
  surface.baseColor = vec3(1.0 - 0.8 * body * (1.0 - thin.x * thin.y) * dash);
#endif
  surface.lamplight = vLit * FLOOR_SHARE;
  // Alpha is the brightness, see painted.ts.
  gl_FragColor = vec4(shade(surface), encoded(vec3(surface.baseColor.g)).g);
}
