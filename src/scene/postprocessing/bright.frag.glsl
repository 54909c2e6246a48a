/** The lamps of a frame at half its resolution; a mean of 16 pixels, so that small lamps do not flicker. */
uniform sampler2D uFrom;
uniform vec2 uPixel;
varying vec2 vAt;
void main() {
  vec2 off = uPixel * 0.5;
  vec3 sum = lampOf(texture2D(uFrom, vAt + off).rgb) + lampOf(texture2D(uFrom, vAt - off).rgb)
    + lampOf(texture2D(uFrom, vAt + vec2(off.x, -off.y)).rgb) + lampOf(texture2D(uFrom, vAt + vec2(-off.x, off.y)).rgb);
  gl_FragColor = vec4(sqrt(sum * 0.25), 1.0);
}
