/** Removes the noise of the occlusion samples, but does not blur across edges. */
uniform sampler2D uFrom;
void main() {
  float far = away(vAt);
  // Things thinner than a pixel have no neighbours, and so get no occlusion.
  float sum = 0.02, whole = 0.02;
  for (int x = -2; x < 2; x++)
    for (int y = -2; y < 2; y++) {
      vec2 at = vAt + (vec2(float(x), float(y)) + 0.5) * uPixel;
      float weight = max(1.0 - abs(away(at) - far) / (0.03 * far), 0.0);
      sum += weight * texture2D(uFrom, at).r;
      whole += weight;
    }
  gl_FragColor = vec4(sum / whole);
}
