// Rods and people.
varying vec3 vColor;
varying vec3 vNormal;
varying float vOcclusion;
/** Light of lamps in halls and outside, as a multiple of its own colour. */
varying vec3 vLamplight;
#ifdef IMAGE
varying float vShare;
#else
const float vShare = 1.0;
#endif
void main() {
  Surface surface = matt(vColor, normalize(vNormal));
  surface.occlusion = vOcclusion;
  surface.emission = vColor * vLamplight;
  gl_FragColor = vec4(shade(surface), vShare);
}
