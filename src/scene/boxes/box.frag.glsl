/** Darkness of fans and of edges, 0 to 1; edges begin on faces that are some pixels wide and are whole on faces wider by some more. */
#ifdef PLAN
const float FAN_STRENGTH = 0.25, EDGE_STRENGTH = 0.9, EDGE_FROM = 1.0, EDGE_OVER = 3.0;
#else
const float FAN_STRENGTH = 0.85, EDGE_STRENGTH = 0.2, EDGE_FROM = 3.0, EDGE_OVER = 9.0;
#endif

/** Repeated lines of a pitch and width, antialiased: 1 on a line, 0 beside it, the mean where lines are finer than a pixel. */
vec2 ruled(vec2 at, vec2 pitch, vec2 width, vec2 pixel) {
  pixel /= pitch;
  vec2 share = width / pitch;
  vec2 sharp = clamp((abs(fract(at) - 0.5) - 0.5 + share * 0.5) / max(pixel * 2.0, 1e-5) + 0.5, 0.0, 1.0);
  return mix(sharp, share, clamp(pixel * 2.0 - 0.6, 0.0, 1.0));
}

#ifdef FANS
/** Two lines of fans, one every 1.2 m, as on the catalogue's unit with 26 fans; or the windows of a bus. */
vec3 fansAndWindows(vec3 color, vec2 at, vec2 pixel, bool top) {
  if (vFace.y == FINISH_CHILLER && top) {
    vec2 pitch = vec2(1.12, 1.194);
    vec2 cell = (fract(vLocal.xz / pitch + 0.5) - 0.5) * pitch;
    float wide = pixel.x + pixel.y;
    float ring = length(cell);
    float fan = 1.0 - smoothstep(0.42 - wide, 0.42 + wide, ring);
    float hub = 1.0 - smoothstep(0.12 - wide, 0.12 + wide, ring);
    fan = mix(fan, 0.45, smoothstep(0.5, 1.5, wide));
    color = mix(color, vec3(0.09, 0.095, 0.1), fan * FAN_STRENGTH);
    color = mix(color, vec3(0.4), hub * (1.0 - smoothstep(0.2, 0.6, wide)));
  } else if (vFace.y == FINISH_BUS && !top) {
    float height = vLocal.y / vBox.y;
    float glass = smoothstep(0.52, 0.54, height) * (1.0 - smoothstep(0.82, 0.84, height));
    glass *= step(0.14, 0.95 * fract(at.x / 0.95));
    color = mix(color, mix(vec3(0.03, 0.035, 0.04), vec3(3.0, 1.9, 0.8), clamp(uLamp - 1.0, 0.0, 1.0)), glass);
    color = mix(color, vec3(0.02), 0.8 * (1.0 - smoothstep(0.02, 0.05, abs(height - 0.42))));
  }
  return color;
}
#endif

void main() {
  bool top = vFace.x == FACE_TOP;
  // Metres across and up the face; from its lower edge on sides, from its middle on top.
  vec2 at = top ? vLocal.xz : vec2(vFace.x == FACE_Z ? vLocal.x : vLocal.z, vLocal.y);
  vec2 wide = top ? vBox.xz : vec2(vFace.x == FACE_Z ? vBox.x : vBox.z, vBox.y);
  vec2 pixel = max(fwidth(at), 1e-5);
  Surface surface = matt(vColor, vNormal);
  surface.baseColor *= 1.0 - dot(vRuled.xy, ruled(at / vRule.xz + vec2(vRuled.z, 0.0), vRule.xz, vRule.yw, pixel));
#ifdef FANS
  surface.baseColor = fansAndWindows(surface.baseColor, at, pixel, top);
#endif
  // Less of the sky reaches the foot of a side.
  float foot = top ? 1.0 : mix(0.72, 1.0, clamp(vLocal.y * 0.45, 0.0, 1.0));
  surface.occlusion = vFace.y == FINISH_CEILING ? 1.9 : foot;
  surface.lamplight = vLit * (vFace.y == FINISH_CUT && !top ? mix(0.45, 0.6, uInside) : 1.0);
  if (vFace.y == FINISH_LAMP && vNormal.y < -0.5 && vLit > 0.5) {
    surface.emission = vec3(1.0, 0.985, 0.95) * (1.0 - 0.25 * max(uLamp - 1.0, 0.0));
    surface.baseColor = vec3(0.0);
  }
  // An edge line about a pixel wide, which fades on faces that are only a few pixels wide.
  vec2 inPlane = top ? wide - abs(at) : vec2(wide.x - abs(at.x), min(at.y, wide.y - at.y));
  vec2 inPixels = wide * vec2(1.0, top ? 1.0 : 0.5) / pixel;
  vec2 line = clamp(1.45 - inPlane / pixel * 0.9, 0.0, 1.0) * clamp((inPixels - EDGE_FROM) / EDGE_OVER, 0.0, 1.0);
  float edge = 1.0 - EDGE_STRENGTH * max(line.x, line.y);
  surface.baseColor *= edge;
  surface.emission *= edge;
  gl_FragColor = vec4(shade(surface), 1.0);
}
