/**
 * Light as the screen's values. Light is added in squares of the screen's values (a gamma of 2): colours come out exactly as the look
 * gives them, lighting looks as in linear space, and a square root costs a software renderer far less than the exact sRGB curve.
 */
vec3 encoded(vec3 light) { return sqrt(light); }

/**
 * A soft filmic curve: deep shadows go to black, lights above white lose their colour and never clip. The plan has none, so that every
 * colour is shown as it is.
 */
vec3 filmed(vec3 light) {
#ifdef PLAN
  return light;
#else
  return light * (light + 0.19) / (light * (light + 0.17) + 0.31);
#endif
}
