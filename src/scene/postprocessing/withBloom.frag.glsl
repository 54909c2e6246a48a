/** The frame with light added around its lamps; lamps are not darkened, and where everything is a lamp nothing is added. */
uniform sampler2D uFrom, uNear, uWide;
varying vec2 vAt;
void main() {
  vec3 shown = texture2D(uFrom, vAt).rgb;
  vec3 near = texture2D(uNear, vAt).rgb, wide = texture2D(uWide, vAt).rgb;
  vec3 around = 0.3 * near * near + 0.7 * wide * wide;
  gl_FragColor = vec4(sqrt(shown * shown + max(around - lampOf(shown), 0.0)), 1.0);
}
