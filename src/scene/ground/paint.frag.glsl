// Flat colour with computed lines: tiles on floors (FLOORS), the building's bays on the ground.
uniform vec3 uLine;
varying vec3 vColor;
varying vec3 vPosition;
varying float vPaint;
varying float vLit;

#ifdef FLOORS
/** Side of a tile, and width of its joint, metres. */
const float PITCH = 0.6;
const float JOINT = 0.02;
#else
/** Width of a bay, and of its line, metres. */
const float PITCH = 15.24;
const float JOINT = 0.12;
#endif

void main() {
  vec2 pixel = fwidth(vPosition.xz);
  float width = JOINT;
#ifdef FLOORS
#ifdef PLAN
  width = min(width, pixel.x);
#endif
  float strength = 0.9 * step(0.5, vPaint);
  vec2 at = vPosition.xz / PITCH - 0.5;
#else
  float strength = 0.8 * step(float(PAINT_COLUMNS) - 0.5, vPaint);
  vec2 at = vPosition.xz / PITCH;
#endif
  vec2 away = abs(fract(at) - 0.5) * PITCH;
  vec2 line = clamp((width * 0.5 - away) / max(pixel, 1e-5) + 0.5, 0.0, 1.0);
  line = mix(line, vec2(width / PITCH), clamp(pixel / PITCH * 2.86 - 0.71, 0.0, 1.0));
  Surface surface = matt(mix(vColor, uLine, max(line.x, line.y) * strength), vec3(0.0, 1.0, 0.0));
  // Alpha holds the brightness by which lamps' light is multiplied; see painted.ts.
  float brightness = surface.baseColor.g;
#ifdef FLOORS
  surface.lamplight = vLit * FLOOR_SHARE;
#ifdef INSIDE
  vec4 mirrored = mirror(vPosition - uEye, vPosition);
  surface.baseColor *= mirrored.a;
  surface.emission = mirrored.rgb;
#else
  // From outside, a hall's floor reflects a little of its lamps at flat angles.
  float graze = 1.0 - clamp((uEye.y - vPosition.y) / max(vDistance, 1e-3), 0.0, 1.0);
  graze *= graze;
  surface.emission = 1.6 * graze * graze * uHallLight * vLit;
#endif
#endif
  gl_FragColor = vec4(shade(surface), encoded(vec3(brightness)).g);
}
