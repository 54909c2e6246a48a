/**
 * The day from which a hall's lamps shine on something, as one number that can share a channel with a number below 4: steps
 * of four, one for each half day, counted from 1. 0: never.
 */
export function litCode(lit: number | undefined): number {
  if (lit === undefined || !Number.isFinite(lit)) return 0;
  return 4 * (Math.max(0, Math.round(lit * 2)) + 1);
}

/** GLSL: 1 where {@link litCode}'s day has come, else 0. */
export const LIT = /* glsl */ `
float litOn(float code, float day) {
  float step4 = floor(code / 4.0);
  return step4 < 1.0 ? 0.0 : step((step4 - 1.0) * 0.5, day);
}
`;
