/** The frame with light added around its lamps, wide and faint; lamps are not darkened, and where everything is a lamp nothing is added. */
uniform sampler2D uFrom, uNear, uWide, uFar;
varying vec2 vAt;
void main() {
  vec3 shown = texture2D(uFrom, vAt).rgb;
  vec3 near = texture2D(uNear, vAt).rgb, wide = texture2D(uWide, vAt).rgb, far = texture2D(uFar, vAt).rgb;
  vec3 around = 0.1 * near * near + 0.3 * wide * wide + 0.4 * far * far;
  gl_FragColor = vec4(sqrt(shown * shown + max(around - 0.1 * lampOf(shown), 0.0)) * kept(vAt), 1.0);
}
