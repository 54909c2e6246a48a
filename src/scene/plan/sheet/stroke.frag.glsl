uniform sampler2D uAtlas;
varying vec2 vAt;
flat varying vec4 vLine;
void main() {
  if (vLine.x < 0.0) {
    gl_FragColor = vec4(texture2D(uAtlas, vAt).rgb, 1.0);
    return;
  }
  float away = abs(vAt.y);
  float core = clamp(vLine.x - away + 0.5, 0.0, 1.0);
  float alpha = clamp(vLine.x + vLine.y - away + 0.5, 0.0, 1.0);
  // Short dashes; and a boundary's long one, dot, dot.
  if (vLine.z > 1.5) { float at = mod(vAt.x, 3.2); alpha *= at < 2.0 || abs(at - 2.4) < 0.1 || abs(at - 2.8) < 0.1 ? 1.0 : 0.0; }
  else if (vLine.z > 0.5) alpha *= step(mod(vAt.x, 0.9), 0.55) * 0.55;
  gl_FragColor = vec4(vec3(max(1.0 - core, vLine.w)), alpha);
}
