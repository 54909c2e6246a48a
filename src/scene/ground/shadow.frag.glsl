/** Share of a shadow that is left in a lit hall, whose walls and other lamps shine into it; assumed. */
const float IN_HALL = 0.68;

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
  // Trees' crowns cast a ball's shadow, which is long in a low sun.
  if (vRound > 0.0) {
    vec2 ball = vec2((along - 0.6 / vSweep.z) * vRound, across) / vBox.x;
    sunless = 1.0 - smoothstep(0.6, 1.25, length(ball));
    contact = 0.0;
  }
#endif
  gl_FragColor = vec4(uShade * sunless, (1.0 - contact) * (1.0 - uShadow * (vRound < 0.0 ? IN_HALL : 1.0) * sunless));
}
