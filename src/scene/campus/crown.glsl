// Vertex shaders: what trees and their shadows look like, by chance from where they stand. Crowns are clusters of lobes, some of which
// stand apart, so that light falls between them, or the tiers of a conical tree.

/** Tone, and what the lobes of the crown are spread by, 0 to 1; width, 0 to 1, less than 0 for a conical tree. */
vec4 looksOf(vec3 foot) {
  vec3 chance = fract(foot.x * vec3(7.31, 12.7, 23.9));
  return vec4(chance, 1.2 * fract(foot.z * 3.77 + chance.x) - 0.2);
}

/** Half width and half height of a crown, shares of the tree's height; wide ones are low. */
vec2 crownOf(float width) { return width < 0.0 ? vec2(0.24, 0.44) : vec2(0.2 + 0.23 * width, 0.44 - 0.12 * width); }

/** A lobe's middle, in radii of the crown, and 1 / radius. */
vec4 lobeOf(vec4 looks, float lobe) {
  return looks.w < 0.0
    ? vec4(0.0, 0.76 - 0.26 * lobe, 5.0 / (lobe + 0.7), 4.0)
    : vec4(0.57 * zigzag(looks.yz + lobe * vec2(0.41, 0.29)), vec2(2.25));
}
