/** The frame darkened by ambient occlusion. */
uniform sampler2D uFrom, uOcclusion;
varying vec2 vAt;
void main() {
  gl_FragColor = vec4(texture2D(uFrom, vAt).rgb * texture2D(uOcclusion, vAt).r, 1.0);
}
