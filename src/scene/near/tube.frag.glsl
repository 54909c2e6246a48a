uniform float uState;
varying vec3 vNormal;
varying float vDeep;
flat varying vec3 vColor;
varying vec2 vEdge;
void main() {
#ifdef PLAN
  // Through an open end the tube's inner side is visible.
  vec2 edge = abs(vEdge) / max(fwidth(vEdge), 1e-5);
  gl_FragColor = vec4(encoded(vec3(1.0 - 0.88 * clamp(1.7 - min(edge.x, edge.y), 0.0, 1.0))), 1.0);
#else
  Surface surface = matt(vColor, normalize(vNormal));
  surface.metalness = 0.18;
  surface.roughness = 0.6;
  surface.occlusion = mix(0.62, 1.0, vDeep) * mix(0.72, 1.0, surface.normal.y * 0.5 + 0.5);
  surface.lamplight = 9.0 * step(0.5, uState);
  gl_FragColor = vec4(shade(surface), 1.0);
#endif
}
