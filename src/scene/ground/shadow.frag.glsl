/** Share of a shadow that is left in a lit hall, whose walls and other lamps shine into it; assumed. */
const float IN_HALL = 0.5;

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
    // How far the place is from the middle of the crown's shadow, in radii; its trunk's shadow leads to it.
    vec2 at = vec2(across * vCrown.x, (along - vCrown.z) * vCrown.y);
    float beside = along > 0.0 && at.y < 0.0 ? abs(at.x) * 8.0 : 2.0;
    for (int lobe = 0; lobe < CROWNS; lobe++) {
      vec2 away = (at - vLobes[lobe].xy) * vLobes[lobe].zw;
      beside = min(beside, 0.6 * dot(away, away));
    }
    sunless = 0.9 - 0.9 * smoothstep(0.5, 1.3, beside);
    contact = 0.0;
  }
#endif
  gl_FragColor = vec4(uShade * sunless, (1.0 - contact) * (1.0 - uShadow * (vRound < 0.0 ? IN_HALL : 1.0) * sunless));
}
