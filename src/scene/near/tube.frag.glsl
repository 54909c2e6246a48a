varying vec3 vNormal;
varying float vDeep;
flat varying vec3 vColor;
flat varying float vMetal;
varying vec2 vEdge;
void main() {
#ifdef PLAN
  // Through an open end the tube's inner side is visible.
  vec2 edge = abs(vEdge) / max(fwidth(vEdge), 1e-5);
  gl_FragColor = vec4(encoded(vec3(1.0 - 0.88 * clamp(1.7 - min(edge.x, edge.y), 0.0, 1.0))), 1.0);
#else
  Surface surface = matt(vColor, normalize(vNormal));
  surface.metalness = vMetal;
  surface.roughness = mix(0.34, 0.25, vMetal);
  surface.lamplight = 1.0 + WORK_LIGHT * clamp(uLamp - 1.0, 0.0, 1.0);
  surface.occlusion = mix(0.45, 1.0, vDeep) * mix(0.5, 1.0, surface.normal.y * 0.5 + 0.5);
  gl_FragColor = vec4(shade(surface), 1.0);
#endif
}
