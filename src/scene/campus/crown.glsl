// Trees' crowns, for trees and for their shadows: clusters of lobes, some of which stand apart, so that light falls between them.

/** Half width and half height of the crowns of kinds of trees, shares of the tree's height: round, wide, upright, conical. */
const vec2 CROWN_SIZES[4] = vec2[4](vec2(0.35, 0.36), vec2(0.45, 0.31), vec2(0.17, 0.44), vec2(0.24, 0.44));

/** Lobes from the back to the front: middle, in radii of the crown, and 1 / radius. */
const vec3 LOBES[8] = vec3[8](vec3(-0.62, 0.2, 2.7), vec3(0.58, -0.2, 2.4), vec3(-0.15, -0.62, 2.8), vec3(0.15, 0.6, 2.4),
  vec3(-0.4, -0.16, 2.2), vec3(0.5, 0.32, 2.6), vec3(-0.28, 0.44, 3.0), vec3(0.1, 0.0, 2.3));

/** How a tree looks, by chance from where it stands: tone, 0 to 1; the sine and cosine by which its lobes are turned; kind. */
vec4 looksOf(vec3 foot) {
  float tone = fract(foot.x * 7.31), turn = 6.2832 * fract(tone * 17.3);
  float chance = fract(foot.z * 3.77 + tone);
  return vec4(tone, sin(turn), cos(turn), chance < 0.46 ? 0.0 : chance < 0.72 ? 1.0 : chance < 0.82 ? 2.0 : 3.0);
}
