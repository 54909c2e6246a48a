// Vertex shaders: what trees and their shadows look like, by chance from where they stand.

/** Tone, and what the lobes of the crown are spread by, 0 to 1; width, 0 to 1, less than 0 for a conical tree. */
vec4 looksOf(vec3 foot) {
  vec3 chance = fract(foot.x * vec3(7.31, 12.7, 23.9));
  return vec4(chance, 1.2 * fract(foot.z * 3.77 + chance.x) - 0.2);
}

/** Half width and half height of a crown, shares of the tree's height; wide ones are low. */
vec2 crownOf(float width) { return width < 0.0 ? vec2(0.24, 0.44) : vec2(0.2 + 0.23 * width, 0.44 - 0.12 * width); }
