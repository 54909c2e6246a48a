/** A Gaussian blur in one direction; its weights add up to 1, so the total light stays the same. */
uniform sampler2D uFrom;
uniform vec2 uPixel, uWay;
varying vec2 vAt;
void main() {
  float weights[7] = float[7](0.150, 0.138, 0.1075, 0.0715, 0.0405, 0.0195, 0.0080);
  float whole = weights[0];
  vec3 here = texture2D(uFrom, vAt).rgb;
  vec3 sum = here * here * weights[0];
  for (int at = 1; at < 7; at++) {
    vec2 off = uWay * uPixel * float(at);
    vec3 a = texture2D(uFrom, vAt + off).rgb, b = texture2D(uFrom, vAt - off).rgb;
    sum += (a * a + b * b) * weights[at];
    whole += 2.0 * weights[at];
  }
  gl_FragColor = vec4(sqrt(sum / whole), 1.0);
}
