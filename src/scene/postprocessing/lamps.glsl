/**
 * Light is added up in squares of the screen's values, as everywhere (see encode.glsl), and kept as the screen's values: eight
 * bits are enough then for what is dim.
 */
/** What of a pixel is a lamp and not something that is lit. */
vec3 lampOf(vec3 shown) {
  return shown * shown * smoothstep(0.7, 0.88, max(shown.r, max(shown.g, shown.b)));
}
