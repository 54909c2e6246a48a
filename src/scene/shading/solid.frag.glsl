// Rods.
varying vec3 vColor;
varying vec3 vNormal;
varying float vOcclusion;
/** Light of lamps in halls and outside, as a multiple of its own colour. */
varying vec3 vLamplight;
void main() {
  Surface surface = matt(vColor, normalize(vNormal));
  surface.occlusion = vOcclusion;
  surface.emission = vColor * vLamplight;
  gl_FragColor = vec4(shade(surface), 1.0);
}
