varying vec2 vAt;
flat varying vec4 vSource;
flat varying vec4 vGlow;
void main() {
  vec2 away = max(max(vSource.xy - vAt, vAt - vSource.zw), 0.0) * vGlow.w;
  float near = max(1.0 - sqrt(dot(away, away)), 0.0);
  gl_FragColor = vec4(vGlow.rgb * near * near, 0.0);
}
