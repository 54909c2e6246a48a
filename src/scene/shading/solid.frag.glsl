// Rods and people.
varying vec3 vColor;
varying vec3 vNormal;
varying float vOcclusion;
varying float vLamplight;
#ifdef IMAGE
varying float vShare;
#else
const float vShare = 1.0;
#endif
void main() {
  Surface surface = matt(vColor, normalize(vNormal));
  surface.occlusion = vOcclusion;
  surface.lamplight = vLamplight;
  gl_FragColor = vec4(shade(surface), vShare);
}
