/** Coverage by repeated bars: 1 on a bar, 0 beside it, their mean where they are finer than a pixel. */
float bars(float at, float pitch, float share, float pixel) {
  float p = pixel / pitch;
  float sharp = clamp((share * 0.5 - abs(fract(at / pitch) - 0.5)) / max(p, 1e-4) + 0.5, 0.0, 1.0);
  return mix(sharp, share, clamp(p * 2.0 - 0.4, 0.0, 1.0));
}

/** Bars both ways: blocks in a grid. */
float block(vec2 at, vec2 pitch, vec2 share, vec2 pixel) {
  return bars(at.x, pitch.x, share.x, pixel.x) * bars(at.y, pitch.y, share.y, pixel.y);
}
