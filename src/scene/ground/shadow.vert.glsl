/** Vector of the sun's shadow of a height; zero where lamps shine in its place. */
vec2 sunShadow(float height) { return -uSun.xz / uSun.y * height * (uLamp > 1.0 ? 0.0 : 1.0 - uInside); }

/**
 * Puts the quad over footprint, shadow and contact shadow. `middle` is the footprint's centre, `heading` its cosine and sine, `lamps`
 * the vector of its shadow from lamps in its own frame.
 */
void layShadow(vec3 middle, vec2 heading, vec2 halfSize, float height, float reach, vec2 lamps) {
  vec2 away = sunShadow(height);
  vec2 sweep = vec2(heading.x * away.x - heading.y * away.y, heading.y * away.x + heading.x * away.y);
  sweep += lamps * (uLamp > 1.0 ? 1.0 : uInside);
  vec2 low = min(-halfSize, -halfSize + sweep) - reach;
  vec2 high = max(halfSize, halfSize + sweep) + reach;
  vAt = mix(low, high, quadCorner(gl_VertexID & 3) * 0.5 + 0.5);
  float span = max(length(sweep), 1e-4);
  vec2 along = sweep / span;
  vBox = vec4(halfSize, height, 1.0 / reach);
  vSweep = vec4(along, 1.0 / span, dot(abs(along.yx), halfSize));
  vSlabs = vec4(min(-halfSize, sweep - halfSize), max(halfSize, sweep + halfSize));
  vec2 slow = 1.0 / max(abs(along), 1e-3);
  vPast = vec4(sign(along) * slow, halfSize * slow);
  vRound = 0.0;
  putAt(middle + vec3(heading.x * vAt.x + heading.y * vAt.y, 0.0, heading.x * vAt.y - heading.y * vAt.x));
}
