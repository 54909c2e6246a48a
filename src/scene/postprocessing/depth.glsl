/** Distance ahead of the eye and position in its frame, metres, from depth. `uReach`: half the view's width and height at 1 m. */
uniform sampler2D uDepth;
uniform vec2 uPixel, uNearFar, uReach;
varying vec2 vAt;
float away(vec2 at) {
  float depth = texture2D(uDepth, at).r;
  return uNearFar.x * uNearFar.y / (uNearFar.y - depth * (uNearFar.y - uNearFar.x));
}
vec3 placeAt(vec2 at) {
  float z = away(at);
  return vec3((at * 2.0 - 1.0) * uReach * z, -z);
}
