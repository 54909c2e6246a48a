uniform vec3 uGraphite, uIdle, uArrived;

/** Plan: racks in service are dark, or hatched with a white rear door from near; outlines are black, or white between dark racks. */
vec3 inked(vec3 color, vec2 at, vec2 pixel) {
  float near = vState.z * clamp(4.5 - pixel.x * 90.0, 0.0, uInk);
  float hatch = clamp(abs(fract((at.x + at.y) * vGlow.x) - 0.5) / (pixel.x * vGlow.x) - 0.3, 0.5 + 0.5 * step(at.y, vOpen.y), 1.0);
  color = mix(color, vec3(1.0), hatch * near);
  // Thinner at sides shared by two racks.
  vec3 rim = clamp(vec3(0.8 + max(at.x * vGlow.y, 0.0), 1.9, 1.2) - vec3(vHalf.xz - abs(at), abs(at.y - vOpen.y)) / pixel.xyy, 0.0, 1.0);
  rim.xy *= clamp(vHalf.xz / pixel * 0.4 - 0.8, 0.0, uInk);
  return mix(color, vec3(vState.z - near), max(max(rim.x, rim.y), rim.z * near));
}

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
  float fresh = vState.x;
  vec3 body = mix(uIdle, uGraphite, vState.z);
#ifdef INSIDE
  // From far away a new rack is all of one colour; close to the eye it keeps its materials and has a label.
  float close = (1.0 - smoothstep(7.0, 15.0, vDistance)) * (1.0 - uInk);
#else
  const float close = 0.0;
#endif
  body = mix(body, uArrived, fresh * 0.92 * (1.0 - close));
  body = mix(body, uArrived * 1.1 + 0.06, step(abs(rackAt - vState.w), 0.5) * 0.55);
  Surface surface = matt(body, vNormal);
  // Less of the sky reaches the lower part of a side.
  surface.occlusion = vFace.y > 0.5 ? 1.0 : 0.5 + 0.5 * smoothstep(0.0, vHalf.y * 2.0, vLocal.y);
  drawInside(surface, body, at, pixel, lean, odd);
  // The hall's lamps, which hang over the aisles, light energized racks; new racks glow.
  surface.lamplight = vState.y * mix(4.5, 6.2, uInside) * (0.35 + 0.65 * step(0.5, vFace.z * vFace.z));
  surface.emission += uArrived * (fresh * uGlow * (1.0 - close));
#ifdef INSIDE
  // The label lies under the top of the rack's opening and shines down on the front.
  float below = vOpen.w - at.y - lean.y * 0.03, isNew = fresh * close * vGlow.z;
  float label = pulse(at.x + lean.x * 0.03, 1.0 / pixel.x, 0.0, 0.12) * pulse(below, 1.0 / pixel.y, 0.075, 0.03) * min(isNew * 4.0, 1.0);
  float fall = max(1.0 - below, 0.0);
  surface.baseColor *= 1.0 - label;
  surface.emission = mix(surface.emission + uArrived * (isNew * (0.07 + uGlow * 0.2) * fall * fall), uArrived * (0.9 + uGlow), label);
#endif
  surface.baseColor = inked(surface.baseColor, at, pixel);
  gl_FragColor = vec4(shade(surface), 1.0);
}
