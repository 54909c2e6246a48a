// A broad tree is a trunk with boughs under lobes of leaves; a conical one has tiers of twigs (see crown.glsl).
uniform vec3 uColor;
varying vec2 vCard;
varying vec3 vRight;
varying vec3 vUp;
/** See looksOf. */
flat varying vec4 vTree;
/** Half width and half height of the crown, shares of the height. */
flat varying vec2 vCrown;
/** Direction towards the nearest lamp, and its light. */
flat varying vec3 vToLamp;
flat varying vec3 vLamplight;

#ifndef PLAN
/** A wave between -1 and 1 with straight flanks, which a software renderer computes faster than a sine. */
vec2 zigzag(vec2 at) { return abs(fract(at) - 0.5) * 4.0 - 1.0; }

/** Leaves at a position in radii of the crown: their normal on the card, and the share of light that is left between them; 0 beside them. */
vec4 leaves(vec2 at, float near) {
  vec2 ragged = zigzag(at.yx * 3.1 + vTree.yz * 5.0) * (0.07 + 0.05 * near) + near * 0.06 * zigzag(at.yx * 8.3 + at + vTree.zy * 9.0);
  if (vTree.w > 2.5) {
    // A tier is wide at its foot, and its top lies in the shade of the next.
    float tier = fract(at.y * 3.2 + ragged.y + vTree.x);
    float across = (at.x + 0.3 * ragged.x) / max((1.0 - at.y) * (0.62 - 0.24 * tier), 1e-3);
    if (abs(across) > 1.0 || abs(at.y) > 1.0) return vec4(0.0);
    return vec4(normalize(vec3(across, 0.5 - tier, 0.8)), (1.0 - 0.6 * tier) * (1.0 - 0.4 * abs(across)));
  }
  vec2 turned = at + ragged;
  turned = vec2(turned.x * vTree.z - turned.y * vTree.y, turned.x * vTree.y + turned.y * vTree.z);
  vec2 from = vec2(0.0);
  float best = 0.0, depth = 0.0;
  for (int lobe = 0; lobe < 8; lobe++) {
    vec2 away = (turned - LOBES[lobe].xy) * LOBES[lobe].z;
    float inside = 1.0 - dot(away, away), ahead = inside + 0.06 * float(lobe);
    if (inside > 0.0 && ahead > best) { best = ahead; depth = inside; from = away; }
  }
  if (best == 0.0) return vec4(0.0);
  from = vec2(from.x * vTree.z + from.y * vTree.y, from.y * vTree.z - from.x * vTree.y);
  // Each lobe is dark underneath, and the more so the lower it hangs.
  float open = clamp(0.72 + 0.22 * from.y + 0.24 * at.y, 0.2, 1.0) * (0.68 + 0.32 * min(best * 1.6, 1.0));
  return vec4(normalize(vec3(0.75 * from + 0.5 * at + 2.0 * near * ragged, 0.25 + sqrt(depth) * 0.6)), open);
}

/** Whether a trunk or a bough is at a place of the card. */
bool isWood(vec2 at, float middle) {
  float side = abs(at.x), from = at.y - middle * 0.5 + 0.5;
  return side < 0.032 - 0.02 * at.y && at.y < middle || from > 0.0 && from < 0.9 && abs(side - from * vCrown.x) < 0.014;
}
#endif

void main() {
#ifdef PLAN
  // Position on the card, in radii of the crown from its centre.
  vec2 at = (vCard * 0.5 - vec2(0.0, 0.12)) / vec2(0.344, 0.37);
  float square = dot(at, at);
  if (square >= 1.0) discard;
  Surface surface = matt(vec3(0.0), vec3(0.0, 1.0, 0.0));
  // A circle.
  surface.baseColor = vec3(1.0 - 0.6 * smoothstep(-2.0, -0.8, (sqrt(square) - 1.0) / fwidth(vCard.x)));
#else
  float middle = 0.48 - vCrown.y;
  // Fine leaves are left out from afar.
  float near = clamp(1.5 - 30.0 * fwidth(vCard.y), 0.0, 1.0);
  vec4 leaf = leaves((vCard * 0.5 - vec2(0.0, middle)) / vCrown, near);
  vec3 tone = mix(vec3(0.6, 0.72, 0.66), vec3(1.16, 1.1, 0.84), vTree.x);
  if (vTree.w > 2.5) tone *= vec3(0.66, 0.78, 0.86);
  Surface surface = matt(uColor * tone, vec3(0.0, 1.0, 0.0));
  if (leaf.w > 0.0) {
    surface.normal = vRight * leaf.x + vUp * leaf.y + cross(vRight, vUp) * leaf.z;
    surface.occlusion = leaf.w;
    // At the crown's rim the sun shines through the leaves.
    float through = max(dot(surface.normal, uSun) + 0.3, 0.0) * (1.0 - leaf.z) * 0.3;
    surface.emission = surface.baseColor * uSunLight * vec3(1.0, 0.9, 0.3) * through;
    surface.baseColor *= 0.35 + 0.65 * leaf.w;
  } else if (isWood(vCard, middle)) {
    surface.baseColor = vec3(0.1, 0.08, 0.06);
    surface.occlusion = 0.5;
  } else discard;
  surface.emission += surface.baseColor * vLamplight * (0.06 + 0.5 * max(dot(surface.normal, vToLamp), 0.0));
#endif
  gl_FragColor = vec4(shade(surface), 1.0);
}
