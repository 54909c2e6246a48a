/** The frame as a lens sees it that is focused on the eye's subject: what lies before and behind it is softer, never so much that a figure cannot be read. */
uniform sampler2D uFrom;
/** Distance of the subject, metres. */
uniform float uFocus;
/** Width of the lens, metres; closer than a metre it gets narrower, so that a whole module stays sharp. */
const float APERTURE = 0.02;
/** Widths of a point's disc, metres at 1 m: up to the first one it is sharp, and none is wider than the second. */
const float SHARP = 0.0016, WIDEST = 0.012;
const int TAPS = 24;

/** Radius of the disc of a point so far away, share of the picture's height. */
float disc(float far) {
  float width = APERTURE * min(uFocus, 1.0) * abs(1.0 / uFocus - 1.0 / far);
  return clamp(width - SHARP, 0.0, WIDEST) * 0.25 / uReach.y;
}

void main() {
  vec3 shown = texture2D(uFrom, vAt).rgb;
  float far = away(vAt), radius = disc(far);
  // Less than half a pixel is not seen.
  if (radius < uPixel.y * 0.5) {
    gl_FragColor = vec4(shown, 1.0);
    return;
  }
  vec3 sum = shown * shown;
  float whole = 1.0;
  for (int tap = 0; tap < TAPS; tap++) {
    float turn = float(tap) * 2.39996, way = radius * sqrt((float(tap) + 0.5) / float(TAPS));
    vec2 at = vAt + way * vec2(cos(turn) * uReach.y / uReach.x, sin(turn));
    float there = away(at);
    // A sharp thing in front does not run out over what is behind it.
    float weight = max(step(far * 0.97, there), step(way, disc(there)));
    vec3 light = texture2D(uFrom, at).rgb;
    sum += weight * light * light;
    whole += weight;
  }
  gl_FragColor = vec4(sqrt(sum / whole), 1.0);
}
