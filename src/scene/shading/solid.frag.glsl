// Rods and people.
varying vec3 vColor;
varying vec3 vNormal;
varying float vOcclusion;
varying float vLamplight;
void main() {
  Surface surface = matt(vColor, normalize(vNormal));
  surface.occlusion = vOcclusion;
  // A hall's lamps light things from above.
  surface.lamplight = vLamplight * (0.8 + 0.6 * surface.normal.y) * mix(1.0, 4.0, uInside);
  gl_FragColor = vec4(shade(surface), 1.0);
}
