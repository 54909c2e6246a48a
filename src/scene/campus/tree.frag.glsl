// A tree is a trunk with boughs under lobes of leaves; see crown.glsl.
uniform vec3 uColor;
varying vec2 vCard;
varying vec3 vRight;
varying vec3 vUp;
/** See looksOf. */
flat varying vec4 vTree;
/** Half width and half height of the crown, shares of the height. */
flat varying vec2 vCrown;
/** See lobeOf. */
flat varying vec4 vLobes[LOBES];
/** Direction towards the nearest lamp, and its light. */
flat varying vec3 vToLamp;
flat varying vec3 vLamplight;

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
  // Fine leaves are left out from afar.
  float near = clamp(1.5 - 30.0 * fwidth(vCard.y), 0.0, 1.0);
  float middle = 0.48 - vCrown.y;
  vec2 at = (vCard * 0.5 - vec2(0.0, middle)) / vCrown;
  vec2 ragged = zigzag(at.yx * 3.1 + vTree.yz) * 0.1 + near * 0.07 * zigzag(at.yx * 8.3 + at);
  // How far the place is inside of a lobe, and where in it.
  float inside = 0.0;
  vec2 from;
  for (int lobe = 0; lobe < LOBES; lobe++) {
    vec2 away = (at + ragged - vLobes[lobe].xy) * vLobes[lobe].zw;
    float deep = 1.0 - dot(away, away);
    if (deep > inside) { inside = deep; from = away; }
  }
  // Conical trees are the darkest.
  vec3 tone = mix(vec3(0.6, 0.72, 0.66), vec3(1.16, 1.1, 0.84), vTree.w < 0.0 ? vTree.w : vTree.x);
  Surface surface = matt(uColor * tone, vec3(0.0, 1.0, 0.0));
  // Across and up from where the trunk parts into boughs.
  float side = abs(vCard.x), bough = vCard.y - middle * 0.5 + 0.5;
  if (inside > 0.0) {
    vec3 leaf = normalize(vec3(0.75 * from + 0.5 * at + 2.0 * near * ragged, 0.25 + sqrt(inside) * 0.6));
    surface.normal = vRight * leaf.x + vUp * leaf.y + cross(vRight, vUp) * leaf.z;
    // Each lobe is dark underneath, and the more so the lower it hangs.
    surface.occlusion = max(0.7 + 0.25 * (from.y + at.y), 0.2) * min(0.65 + 0.7 * inside, 1.0);
    // At the crown's rim the sun shines through the leaves.
    float through = max(dot(surface.normal, uSun) + 0.3, 0.0) * (1.0 - leaf.z);
    surface.emission = surface.baseColor * sunThrough(vec3(0.3, 0.27, 0.1) * through);
    surface.baseColor *= 0.35 + 0.65 * surface.occlusion;
  } else if (side < 0.032 - 0.02 * vCard.y && vCard.y < middle || abs(bough - 0.45) < 0.45 && abs(side - bough * vCrown.x) < 0.014) {
    surface.baseColor = vec3(0.1, 0.08, 0.06);
    surface.occlusion = 0.5;
  } else discard;
  surface.emission += surface.baseColor * vLamplight * (0.06 + 0.5 * max(dot(surface.normal, vToLamp), 0.0));
#endif
  gl_FragColor = vec4(shade(surface), 1.0);
}
