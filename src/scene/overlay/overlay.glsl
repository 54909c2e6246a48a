// Fragment shaders of painted things, after surface.glsl: the colour and the pattern of a thing's class instead of its own colour. Patterns
// lie on the screen: they have the same scale at every distance, do not shimmer when the eye moves, and look as in the legend.

/** The class, see classes.ts. */
flat varying float vOverlay;
/** By class: colours; directions across two sets of lines; half their width in CSS pixels, and 1 for dots. */
uniform vec3 uOverlayGround[OVERLAY_CLASSES], uOverlayInk[OVERLAY_CLASSES];
uniform vec4 uOverlayAcross[OVERLAY_CLASSES];
uniform vec2 uOverlayLine[OVERLAY_CLASSES];
/** Pixels of the picture for each CSS pixel. */
uniform float uOverlayPixels;

/** The colour of the pixel, in squares of sRGB values. */
vec3 overlayColor() {
  int at = int(vOverlay + 0.5);
  vec4 across = uOverlayAcross[at];
  vec2 place = gl_FragCoord.xy / uOverlayPixels;
  vec2 turn = vec2(dot(place, across.xy), dot(place, across.zw)) / OVERLAY_PERIOD;
  vec2 away = abs(fract(turn) - 0.5) * OVERLAY_PERIOD - uOverlayLine[at].x;
  float apart = uOverlayLine[at].y > 0.5 ? max(away.x, away.y) : min(away.x, away.y);
  return mix(uOverlayGround[at], uOverlayInk[at], clamp(0.5 - apart * uOverlayPixels, 0.0, 1.0));
}

const vec3 OVERLAY_LUMA = vec3(0.3, 0.59, 0.11);
#ifdef PLAN
const float OVERLAY_DARK = 0.35;
#else
const float OVERLAY_DARK = 0.2;
#endif

/** Lights a surface in that colour. Its own brightness remains a little, so that shapes can be read; at night it is lit as at dusk. */
vec3 overlayShade(Surface s) {
  float tone = mix(OVERLAY_DARK, 1.0, min(sqrt(sqrt(dot(s.baseColor, OVERLAY_LUMA))), 1.0));
  vec3 color = overlayColor();
  float dusk = clamp(uLamp - 1.0, 0.0, 1.0);
  s.emission = color * ((0.12 + 0.3 * dusk) * tone + 0.5 * min(dot(s.emission, OVERLAY_LUMA), 1.0));
  s.baseColor = color * tone * 0.92;
  s.metalness = 0.0;
  s.roughness = 1.0;
  return shade(s);
}
#define shade overlayShade
