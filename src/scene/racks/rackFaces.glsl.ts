import { MOUNTING } from '../../model/figure.ts';

/**
 * What is inside a rack, drawn on its box. The ray from the eye goes on behind the face: `lean` is how far it moves to the
 * side for every metre of depth, so that what lies deeper shifts against what stands before it.
 *
 * Everything is a box or a train of equal pulses, integrated exactly over the pixel: a detail that is finer than a pixel
 * turns into its own mean, and light is the same from any distance. One straight line of arithmetic serves every kind of rack,
 * front, rear and top, by its numbers: a software renderer walks through both sides of every branch.
 */

/** As shares of the width between the posts: to the middle of the ears, to their outer edges, and to the outer sides of the posts. */
const HOLES = MOUNTING.holes / MOUNTING.opening / 2;
const EARS = MOUNTING.face / MOUNTING.opening / 2;
const POST = EARS + 0.03;

/**
 * Flat, per rack's face: normal; lean at the middle and what a metre adds; half size, and 0 where real parts stand before the face; the opening (x, y, x, y); foot of the
 * slots, pitch, slots, servers; a gap's share of a pitch, columns and rows of lamps, 1 for a compute rack's front; a lamp's
 * width, start and height, and how wide all columns are;
 * red and blue of lamps, and 1 on a front.
 */
export const FACE_VARYINGS = /* glsl */ `
flat varying vec3 vNormal;
flat varying vec4 vFace;
flat varying vec3 vLean;
flat varying vec4 vHalf;
flat varying vec4 vOpen;
flat varying vec4 vSlots;
flat varying vec4 vCells;
flat varying vec4 vLamp;
flat varying vec3 vGlow;
flat varying vec4 vState;
`;

export const FACES = /* glsl */ `
vec3 glow;
float cover(float x, float reach, float per, float a, float b) {
  return (clamp(x + reach, a, b) - clamp(x - reach, a, b)) * per;
}
/** Share of the pixel in pulses that begin at \`a\` of every whole number, of a pixel's two ends. */
float train(vec2 whole, vec2 part, float per, float a, float width) {
  vec2 sum = whole * width + clamp(part - a, 0.0, width);
  return (sum.y - sum.x) * per;
}
float pulse(float at, float per, float middle, float halfWidth) {
  return clamp((halfWidth - abs(at - middle)) * per + 0.5, 0.0, 1.0);
}
/** \`odd\` sets a rack's lamps apart from another's. */
vec3 inside(vec3 body, vec2 at, vec2 pixel, vec2 lean, float odd) {
  vec2 per = 1.0 / pixel, reach = pixel * 0.5;
  vec2 aside = lean * 0.03, back = at + aside;
  vec2 foot = vOpen.xy - min(aside, 0.0), head = vOpen.zw - max(aside, 0.0);
  vec2 show = (clamp(at + reach, foot, head) - clamp(at - reach, foot, head)) * per;
  float seen = show.x * show.y;
  // Slots from below: a gap, then a server.
  float up = (back.y - vSlots.x) / vSlots.y;
  float py = reach.y / vSlots.y, pery = per.y * vSlots.y;
  vec2 held = clamp(vec2(up - py, up + py), 0.0, vSlots.w);
  vec2 whole = floor(held), part = held - whole;
  float cells = (held.y - held.x) * pery;
  float server = train(whole, part, pery, vCells.x + 0.012, 0.976 - vCells.x);
  // Cells side by side, with a lamp each.
  float scale = vCells.y / vLamp.w;
  float place = back.x * scale + vCells.y * 0.5, px = reach.x * scale, perx = per.x * vLamp.w / vCells.y;
  vec2 side = clamp(vec2(place - px, place + px), 0.0, vCells.y);
  vec2 column = floor(side), within = side - column;
  float stack = (side.y - side.x) * perx;
  float lampX = train(column, within, perx, 0.5 - vLamp.x * 0.5, vLamp.x);
  vec2 rows = held * vCells.z, row = floor(rows);
  float lamp = lampX * train(row, rows - row, pery / vCells.z, vLamp.y, vLamp.z) * (vCells.z > 1.5 ? server : 1.0);
  // Bays below the lamps and an edge above, around their own mean: they fade without a trace.
  float fine = clamp(2.0 - max(pixel.x, pixel.y) * 100.0, 0.0, 1.0);
  float y = fract(rows.x + (rows.y - rows.x) * 0.5);
  float bay = pulse(within.x, perx, 0.5, 0.44) * pulse(y, pery / vCells.z, 0.42, 0.11);
  float grille = pulse(fract(up * 22.5), pery * 0.0444, 0.5, 0.25) * pulse(y, pery, 0.79, 0.1);
  float edge = pulse(y, pery, 0.97, 0.016);
  float relief = 0.26 - 0.6 * (bay + grille) + 1.1 * edge;
  relief = 1.0 + (relief - 0.09) * fine * vGlow.z;
  // A rear door has upright fins instead, where a front has its lamps.
  relief -= (1.0 - vGlow.z) * 0.75 * lampX;
  vec3 chassis = body * 2.2 + 0.02;
  // Between servers it is deep; below and above there are panels with slats: the CDU's grilles, blanking panels.
  vec2 slats = vec2(back.y - reach.y, back.y + reach.y) * 67.5, slat = floor(slats);
  float panel = 1.0 - 0.7 * train(slat, slats - slat, per.y * 0.0148, 0.1, 0.5);
  float under = vCells.w * cover(back.y, reach.y, per.y, 0.068, vSlots.x - 0.008);
  vec3 color = chassis * server * relief + body * 0.3 * (cells - server) + body * (1.0 - cells) * (1.3 - under) + chassis * under * panel * 1.6;
  // What is mounted reaches over the posts with its ears; between the posts and the frame there is a blanking panel.
  float mounted = cover(back.x, reach.x, per.x, -vLamp.w * ${EARS}, vLamp.w * ${EARS});
  float blank = 1.0 - cover(back.x, reach.x, per.x, -vLamp.w * ${POST}, vLamp.w * ${POST});
  color += chassis * 0.45 * (mounted - stack) * server;
  color = mix(body * (0.35 + blank), color, mounted);
  // On every manifold two cold and two warm quick-disconnects; their hoses and the handles stand before the servers.
  float x = abs(at.x + lean.x * 0.012);
  float hose = train(whole, part, pery, 0.03, 0.24) * vCells.w * vHalf.w;
  float round_ = 1.0 + (0.25 - 46.0 * abs(abs(x - 0.145) - 0.045)) * fine;
  color = mix(color, uCold * round_, hose * cover(x, reach.x, per.x, 0.089, 0.111));
  color = mix(color, uWarm * round_, hose * cover(x, reach.x, per.x, 0.179, 0.201));
  color += (body * 1.5 + 0.16) * server * cover(x, reach.x, per.x, vLamp.w * ${HOLES} - 0.006, vLamp.w * ${HOLES} + 0.006) * vGlow.z * vHalf.w;
  float display = vCells.w * cover(back.y, reach.y, per.y, 0.135, 0.185) * cover(back.x, reach.x, per.x, -0.045, 0.045);
  vec3 shine = mix(vec3(0.5, 0.27, 0.06) * vState.y, vec3(vGlow.x, 0.95, vGlow.y), vState.z);
  // No two lamps are equally bright.
  lamp *= 0.55 + 0.45 * fract(column.x * 0.37 + whole.x * 0.61 + odd);
  glow = (shine * lamp + vec3(0.05, 0.13, 0.16) * display * vState.y) * seen * uLamp * vGlow.z;
  return mix(body * 0.8, color, seen);
}
`;
