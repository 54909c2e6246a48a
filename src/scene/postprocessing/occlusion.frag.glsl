/** Ambient occlusion from depth alone, at half resolution: 12 samples in a disc whose size is a share of the picture. */
/** Slope towards the neighbour that is nearer in depth, so that it is not taken across an edge. */
vec3 slope(vec3 here, vec2 off) {
  vec3 a = placeAt(vAt + off) - here, b = here - placeAt(vAt - off);
  return abs(a.z) < abs(b.z) ? a : b;
}
void main() {
  vec3 here = placeAt(vAt);
  vec3 normal = cross(slope(here, vec2(uPixel.x, 0.0)), slope(here, vec2(0.0, uPixel.y)));
  normal /= max(length(normal), 1e-12);
  float far = -here.z;
  float radius = 0.045;
  float metres = radius * 2.0 * uReach.y * far;
  float turn = 6.2832 * fract(52.98 * fract(dot(gl_FragCoord.xy, vec2(0.0671, 0.00584))));
  float sum = 0.0;
  for (int at = 0; at < 12; at++) {
    float share = (float(at) + 0.5) / 12.0;
    float angle = turn + float(at) * 2.4;
    vec2 off = vec2(cos(angle) * uReach.y / uReach.x, sin(angle)) * radius * share;
    vec3 toThere = placeAt(vAt + off) - here;
    float near = max(1.0 - dot(toThere, toThere) / (metres * metres), 0.0);
    sum += near * max(dot(toThere, normal) - 0.003 * far, 0.0) / (length(toThere) + 0.02 * metres);
  }
  float open = clamp(1.0 - sum * 0.16, 0.0, 1.0);
  gl_FragColor = vec4(far > uNearFar.y * 0.98 ? 1.0 : open);
}
