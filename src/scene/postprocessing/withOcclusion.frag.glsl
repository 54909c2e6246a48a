/** The frame darkened by ambient occlusion, and at its edge. */
uniform sampler2D uFrom, uOcclusion;
varying vec2 vAt;
void main() {
  gl_FragColor = vec4(texture2D(uFrom, vAt).rgb * (texture2D(uOcclusion, vAt).r * kept(vAt)), 1.0);
}
