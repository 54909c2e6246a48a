varying vec3 vNormal;
flat varying vec3 vColor;
flat varying vec2 vPowered;
void main() {
  Surface surface = matt(vColor, normalize(vNormal));
  surface.metalness = vPowered.y;
  surface.roughness = 0.42;
  surface.lamplight = 1.0;
  surface.occlusion = 0.64 + 0.28 * surface.normal.y;
  gl_FragColor = vec4(shade(surface), 1.0);
}
