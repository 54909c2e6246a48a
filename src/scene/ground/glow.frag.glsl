varying vec2 vAt;
flat varying vec4 vSource;
flat varying vec4 vGlow;

/** Light of a lamp whose height is a share of its reach falls off like this; at its reach it ends. */
const float LOW = 0.36;

void main() {
  vec2 away = max(max(vSource.xy - vAt, vAt - vSource.zw), 0.0) * vGlow.w;
  float square = dot(away, away);
  float share = LOW * LOW / (LOW * LOW + square);
  gl_FragColor = vec4(vGlow.rgb * encoded(vec3(share * share * max(1.0 - square, 0.0))), 0.0);
}
