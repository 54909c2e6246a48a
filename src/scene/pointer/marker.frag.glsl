uniform vec3 uColor;
varying vec2 vAt;
varying float vPart;
varying vec2 vPixels;
void main() {
  float alpha;
  vec3 color = uColor;
  if (vPart < 0.5) {
    vec2 edge = (1.0 - abs(vAt)) * vPixels;
    float line = 1.0 - smoothstep(0.1, 0.1 + fwidth(edge.x) + 0.02, min(edge.x, edge.y));
    alpha = 0.22 + 0.78 * line;
  } else {
    vec2 at = vec2(vAt.x * 15.0, (vAt.y + 1.0) * 30.0);
    float head = length(at - vec2(0.0, 46.0));
    float disc = 1.0 - smoothstep(11.5, 13.0, head);
    float hole = 1.0 - smoothstep(4.0, 5.2, head);
    float stem = (1.0 - smoothstep(0.8, 1.8, abs(at.x))) * step(0.0, at.y) * (1.0 - step(36.0, at.y));
    alpha = max(disc, stem);
    color = mix(color, vec3(1.0), hole);
  }
  if (alpha < 0.01) discard;
  gl_FragColor = vec4(encoded(color), alpha);
}
