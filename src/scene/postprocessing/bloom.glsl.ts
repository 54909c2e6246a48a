export const SCREEN_VERTEX = /* glsl */ `
varying vec2 vAt;
void main() {
  vAt = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`;

/**
 * Light is added up in squares of the screen's values, as everywhere (OUTPUT in chunks.ts), and kept as the screen's values: eight
 * bits are enough then for what is dim.
 */
const LAMPS = /* glsl */ `
/** What of a pixel is a lamp and not something that is lit. */
vec3 lampOf(vec3 shown) {
  return shown * shown * smoothstep(0.7, 0.88, max(shown.r, max(shown.g, shown.b)));
}
`;

/** The lamps of a frame at half its resolution: a mean of 16 pixels, so that small ones do not sparkle. */
export const BRIGHT = /* glsl */ `
${LAMPS}
uniform sampler2D uFrom;
uniform vec2 uPixel;
varying vec2 vAt;
void main() {
  vec2 off = uPixel * 0.5;
  vec3 sum = lampOf(texture2D(uFrom, vAt + off).rgb) + lampOf(texture2D(uFrom, vAt - off).rgb)
    + lampOf(texture2D(uFrom, vAt + vec2(off.x, -off.y)).rgb) + lampOf(texture2D(uFrom, vAt + vec2(-off.x, off.y)).rgb);
  gl_FragColor = vec4(sqrt(sum * 0.25), 1.0);
}
`;

/** A bell curve in one direction; its weights add up to one, so no light is made or lost. */
export const BLUR = /* glsl */ `
uniform sampler2D uFrom;
uniform vec2 uPixel, uWay;
varying vec2 vAt;
void main() {
  float weights[7] = float[7](0.150, 0.138, 0.1075, 0.0715, 0.0405, 0.0195, 0.0080);
  float whole = weights[0];
  vec3 here = texture2D(uFrom, vAt).rgb;
  vec3 sum = here * here * weights[0];
  for (int at = 1; at < 7; at++) {
    vec2 off = uWay * uPixel * float(at);
    vec3 a = texture2D(uFrom, vAt + off).rgb, b = texture2D(uFrom, vAt - off).rgb;
    sum += (a * a + b * b) * weights[at];
    whole += 2.0 * weights[at];
  }
  gl_FragColor = vec4(sqrt(sum / whole), 1.0);
}
`;

/**
 * The frame with a little of its lamps' light spread around them. A lamp is brighter than white can show, so it does not miss
 * what it gives away; where all is a lamp nothing is added.
 */
export const WITH_BLOOM = /* glsl */ `
${LAMPS}
uniform sampler2D uFrom, uNear, uWide;
varying vec2 vAt;
void main() {
  vec3 shown = texture2D(uFrom, vAt).rgb;
  vec3 near = texture2D(uNear, vAt).rgb, wide = texture2D(uWide, vAt).rgb;
  vec3 around = 0.3 * near * near + 0.7 * wide * wide;
  gl_FragColor = vec4(sqrt(shown * shown + max(around - lampOf(shown), 0.0)), 1.0);
}
`;
