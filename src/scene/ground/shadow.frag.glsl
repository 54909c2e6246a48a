/** Share of a shadow that is left in a lit hall, whose walls and other lamps shine into it; assumed. */
const float IN_HALL = 0.68;

#ifdef CROWNS
/** How far a place, in radii from a crown's middle, is from the middle of its shadow: below 1 within. Its largest lobes are enough. */
float besideCrown(vec2 at) {
  if (vTurn == vec2(0.0)) return at.y > 1.0 ? 2.0 : 1.9 * abs(at.x) / (1.0 - at.y) + max(-at.y - 0.8, 0.0);
  at = vec2(at.x * vTurn.y - at.y * vTurn.x, at.x * vTurn.x + at.y * vTurn.y);
  float least = 2.0;
  for (int lobe = 0; lobe < 6; lobe++) {
    vec2 away = (at - LOBES[lobe].xy) * LOBES[lobe].z;
    least = min(least, 0.55 * dot(away, away));
  }
  return least;
}
#endif

void main() {
  float near = clamp(1.0 - length(max(abs(vAt) - vBox.xy, 0.0)) * vBox.w, 0.0, 1.0);
  float contact = uContact * near * near * near;
  float along = dot(vAt, vSweep.xy);
  float across = dot(vAt, vec2(-vSweep.y, vSweep.x));
  vec2 slabs = max(vSlabs.xy - vAt, vAt - vSlabs.zw);
  float outside = max(max(slabs.x, slabs.y), abs(across) - vSweep.w);
  // The shadow is softer farther from its caster.
  vec2 past = vAt * vPast.xy - vPast.zw;
  float soft = 0.06 + 0.16 * vBox.z * clamp(max(past.x, past.y) * vSweep.z, 0.0, 1.0);
  float sunless = 1.0 - smoothstep(-soft, soft, outside);
#ifdef CROWNS
  if (vRound > 0.0) {
    float beside = besideCrown(vec2(across * vCrown.x, (along - vCrown.z) * vCrown.y));
    // Its trunk's shadow leads to it.
    if (along > 0.0 && along < vCrown.z) beside = min(beside, abs(across) * vCrown.x * 8.0);
    sunless = 0.9 - 0.9 * smoothstep(0.5, 1.3, beside);
    contact = 0.0;
  }
#endif
  gl_FragColor = vec4(uShade * sunless, (1.0 - contact) * (1.0 - uShadow * (vRound < 0.0 ? IN_HALL : 1.0) * sunless));
}
