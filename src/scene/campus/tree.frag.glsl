// A crown is a ball with the lumps and gaps of leaves; conical ones (vTree.z) get narrower upwards.
uniform vec3 uColor;
varying vec2 vCard;
varying vec3 vRight;
varying vec3 vUp;
/** Tone, 0 to 1; phase of its lumps, radians; 1 for a cone; height, metres. */
flat varying vec4 vTree;
/** Half width and half height of the crown, shares of the height. */
flat varying vec2 vCrown;
/** Direction towards the nearest lamp, and its light. */
flat varying vec3 vToLamp;
flat varying vec3 vLamplight;
void main() {
  // Position on the card, in radii of the crown from its centre.
#ifdef PLAN
  vec2 at = (vCard * 0.5 - vec2(0.0, 0.12)) / vec2(0.344, 0.37);
  float square = dot(at, at);
  if (square >= 1.0) discard;
  Surface surface = matt(vec3(0.0), vec3(0.0, 1.0, 0.0));
  // A circle.
  surface.baseColor = vec3(1.0 - 0.6 * smoothstep(-2.0, -0.8, (sqrt(square) - 1.0) / fwidth(vCard.x)));
#else
  vec2 at = (vCard * 0.5 - vec2(0.0, 0.45 - vCrown.y)) / vCrown;
  at.x /= mix(1.0, clamp(0.62 - 0.5 * at.y, 0.1, 1.0), vTree.z);
  // Lumps of leaves: broad ones shape the outline, fine ones are left out from afar.
  float near = clamp(1.5 - 30.0 * fwidth(vCard.y), 0.0, 1.0);
  vec2 turn = at * 4.2 + vTree.y;
  vec2 leaf = at * 11.0 + vTree.y * 3.0 + 1.3 * sin(turn.yx);
  vec2 lump = 0.13 * cos(turn + 1.4 * sin(turn.yx * 0.8)) + near * 0.07 * cos(leaf);
  float square = dot(at, at) * (1.0 + lump.x + lump.y);
  vec3 tone = mix(vec3(0.74, 0.8, 0.8), vec3(1.3, 1.16, 0.86), vTree.x);
  Surface surface = matt(uColor * tone * (1.0 + 1.3 * (lump.x + lump.y)), vec3(0.0, 1.0, 0.0));
  if (square < 1.0) {
    vec2 bent = at + 2.6 * lump;
    vec3 outward = cross(vRight, vUp);
    surface.normal = normalize(vRight * bent.x + vUp * bent.y + outward * sqrt(1.0 - square));
    surface.occlusion = 0.4 + 0.6 * smoothstep(-1.0, 0.7, at.y);
  } else if (abs(vCard.x) > 0.035 || vCard.y > 0.0) discard;
  else {
    surface.baseColor = vec3(0.09, 0.075, 0.06);
    surface.occlusion = 0.5;
  }
  float facing = 0.06 + 0.5 * max(dot(surface.normal, vToLamp), 0.0);
  surface.emission = surface.baseColor * vLamplight * facing;
#endif
  gl_FragColor = vec4(shade(surface), 1.0);
}
