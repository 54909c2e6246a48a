uniform vec3 uArrived;
#ifdef LABEL_WIDTH
uniform sampler2D uLabel;
#endif

#ifdef PLAN
/** Racks in service are dark, or hatched with a white rear door from near; outlines are black, or white between dark racks. */
vec3 inked(vec3 color, vec2 at, vec2 pixel) {
  float near = vState.z * clamp(4.5 - pixel.x * 90.0, 0.0, 1.0);
  float hatch = clamp(abs(fract((at.x + at.y) * vInk.x) - 0.5) / (pixel.x * vInk.x) - 0.3, 0.5 + 0.5 * step(at.y, vOpen.y), 1.0);
  color = mix(color, vec3(1.0), hatch * near);
  // Thinner at sides shared by two racks.
  vec3 rim = clamp(vec3(0.8 + max(at.x * vInk.y, 0.0), 1.9, 1.2) - vec3(vHalf.xz - abs(at), abs(at.y - vOpen.y)) / pixel.xyy, 0.0, 1.0);
  rim.xy *= clamp(vHalf.xz / pixel * 0.4 - 0.8, 0.0, 1.0);
  return mix(color, vec3(vState.z - near), max(max(rim.x, rim.y), rim.z * near));
}
#endif

void main() {
  vec2 at = vFace.y > 0.5 ? vLocal.xz : vLocal.xy;
  vec2 lean = clamp(vLean.xy + at * vLean.z, -4.0, 4.0);
  // Limit the filter width; a larger pixel covers much of a rack.
  vec2 pixel = clamp(fwidth(at), 1e-4, 0.15);
#ifdef INSIDE
  const float rackAt = 0.0;
  float odd = vFace.w;
#else
  // Number of the rack in its run that this pixel shows.
  float along = at.x + vRun.x;
  float rackAt = clamp(floor(along / vRun.y), 0.0, vRun.z);
  at.x = along - (rackAt + 0.5) * vRun.y;
  float odd = vFace.w + rackAt * vRun.w;
#endif
  vec3 body = mix(vBody, uArrived * 1.1 + 0.06, step(abs(rackAt - vState.w), 0.5) * 0.55);
  Surface surface = matt(body, vNormal);
  // Less of the sky reaches the lower part of a side.
  surface.occlusion = vFace.y > 0.5 ? 1.0 : 0.5 + 0.5 * smoothstep(0.0, vHalf.y * 2.0, vLocal.y);
  drawInside(surface, body, at, pixel, lean, odd);
  // Tops have a sheen of the light above, and fronts of the line of lamps.
  float off = (vLocal.y - vLampLight.a) * 2.4;
  surface.baseColor += 0.045 * max(vFace.y, 0.0) + 0.055 / (1.0 + off * off);
  surface.lamplight = vLamplight;
  // New racks glow.
  surface.emission += uArrived * (vState.x * uGlow);
#if defined(INSIDE) && defined(LABEL_WIDTH)
  // Where machines are compared, their names are on the racks.
  vec2 onName = vec2(at.x, at.y - vHalf.y * 2.0 + LABEL_BELOW) / vec2(LABEL_WIDTH, LABEL_HEIGHT) + vec2(0.5, 1.0);
  vec2 isOnName = step(abs(onName - 0.5), vec2(0.5));
  surface.baseColor = mix(surface.baseColor, vec3(0.75), texture2D(uLabel, onName).r * isOnName.x * isOnName.y * vFront);
#endif
#ifdef INSIDE
  // The label lies under the top of the rack's opening and shines down on the front.
  vec2 onLabel = clamp((vec2(0.12, 0.03) - abs(at + lean * 0.03 - vec2(0.0, vOpen.w - 0.075))) / pixel + 0.5, 0.0, 1.0);
  float label = onLabel.x * onLabel.y * vNew.x;
  float fall = max(1.0 - vOpen.w + at.y, 0.0);
  surface.baseColor *= 1.0 - label;
  surface.emission += uArrived * (vNew.y * fall * fall + label * (0.9 + uGlow));
#endif
#ifdef PLAN
  surface.baseColor = inked(surface.baseColor, at, pixel);
#endif
  gl_FragColor = vec4(shade(surface), 1.0);
}
