/**
 * A place in radii of a crown, from one of its lobes, in radii of that: crowns are clusters of lobes, some of which stand apart, so
 * that light falls between them, or the tiers of a conical tree. `looks`: see looksOf. Later lobes stand before earlier ones.
 */
vec2 fromLobe(vec2 at, vec4 looks, float lobe) {
  return looks.w < 0.0
    ? (at + vec2(0.0, 0.24 * lobe - 0.76)) / vec2(0.13 + 0.125 * lobe, 0.25)
    : (at - 0.57 * zigzag(looks.yz + lobe * vec2(0.41, 0.29))) * 2.3;
}
