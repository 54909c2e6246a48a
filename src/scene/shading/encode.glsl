/**
 * Light as the screen's values. Light is added in squares of the screen's values (a gamma of 2): colours come out exactly as the look
 * gives them, lighting looks as in linear space, and a square root costs a software renderer far less than the exact sRGB curve.
 */
vec3 encoded(vec3 light) { return sqrt(light); }
