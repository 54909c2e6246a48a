/** Added in squares of the screen's values (see encode.glsl), stored as the screen's values: 8 bits are enough for dim light. */
/** The part of a pixel's colour that is a lamp and not a lit surface. */
vec3 lampOf(vec3 shown) {
  return shown * shown * smoothstep(0.7, 0.88, max(shown.r, max(shown.g, shown.b)));
}
