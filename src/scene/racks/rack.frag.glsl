uniform vec3 uGraphite, uIdle, uArrived;

/** In ink a rack in service is dark; from near it is hatched, and its rear door left white. Its outline is black, or white between dark ones. */
vec3 inked(vec3 color, vec2 at, vec2 pixel) {
  float near = vState.z * clamp(4.5 - pixel.x * 90.0, 0.0, uInk);
  float hatch = clamp(abs(fract((at.x + at.y) * vGlow.x) - 0.5) / (pixel.x * vGlow.x) - 0.3, 0.5 + 0.5 * step(at.y, vOpen.y), 1.0);
  color = mix(color, vec3(1.0), hatch * near);
  // Thin where two racks draw one joint.
  vec3 rim = clamp(vec3(0.8 + max(at.x * vGlow.y, 0.0), 1.9, 1.2) - vec3(vHalf.xz - abs(at), abs(at.y - vOpen.y)) / pixel.xyy, 0.0, 1.0);
  rim.xy *= clamp(vHalf.xz / pixel * 0.4 - 0.8, 0.0, uInk);
  return mix(color, vec3(vState.z - near), max(max(rim.x, rim.y), rim.z * near));
}

void main() {
  vec2 at = vFace.y > 0.5 ? vLocal.xz : vLocal.xy;
  vec2 lean = clamp(vLean.xy + at * vLean.z, -4.0, 4.0);
  // A pixel wider than this holds a good part of a rack: nothing is left to filter.
  vec2 pixel = clamp(fwidth(at), 1e-4, 0.15);
#ifdef INSIDE
  const float rackAt = 0.0;
  float odd = vFace.w;
#else
  // Which rack of its run a pixel shows: from there on it is a rack like any other.
  float along = at.x + vRun.x;
  float rackAt = clamp(floor(along / vRun.y), 0.0, vRun.z);
  at.x = along - (rackAt + 0.5) * vRun.y;
  float odd = vFace.w + rackAt * vRun.w;
#endif
  float fresh = vState.x;
  vec3 body = mix(uIdle, uGraphite, vState.z);
  body = mix(body, uArrived, clamp(fresh, 0.0, 1.0) * 0.92);
  body = mix(body, uArrived * 1.1 + 0.06, step(abs(rackAt - vState.w), 0.5) * 0.55);
  Surface surface = matt(body, vNormal);
  // Faces that look at a neighbour or into an aisle see little sky near the floor.
  surface.occlusion = vFace.y > 0.5 ? 1.0 : 0.5 + 0.5 * smoothstep(0.0, vHalf.y * 2.0, vLocal.y);
  drawInside(surface, body, at, pixel, lean, odd);
  // The hall's lamps hang over the aisles and shine on what is energized; what is new glows by itself.
  surface.lamplight = vState.y * mix(4.5, 6.2, uInside) * (0.35 + 0.65 * step(0.5, vFace.z * vFace.z));
  surface.emission += uArrived * fresh * uGlow;
  surface.baseColor = inked(surface.baseColor, at, pixel);
  gl_FragColor = vec4(shade(surface), 1.0);
}
