/**
 * Light as the screen shows it. Light is added up in squares of the screen's values (a gamma of 2): a colour comes out exactly as the
 * look names it, light on it looks as it does in linear space, and a square root costs a software renderer far less than the exact
 * curve.
 */
vec3 encoded(vec3 light) { return sqrt(light); }
