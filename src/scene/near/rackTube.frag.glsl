varying vec3 vNormal;
flat varying vec3 vColor;
flat varying vec2 vPowered;
void main() {
  Surface surface = matt(vColor, normalize(vNormal));
  surface.metalness = vPowered.y;
  surface.roughness = 0.4;
  surface.occlusion = 0.66;
  surface.lamplight = 9.0 * vPowered.x;
  gl_FragColor = vec4(shade(surface), 1.0);
}
