import {
  type DataTexture,
  DoubleSide,
  ShaderMaterial,
  type Texture,
  type Vector3,
  type Vector4,
} from 'three';
import { BOX_CORNER, COLUMN } from '../records/records.ts';
import { EYE, FACING, LIGHT, OUTPUT, PLACEMENT, SHARED, TINT } from '../shading/chunks.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import { FINISH, MOVES, PART_TEXELS } from './parts.ts';
import { PATTERN, PATTERN_VARYINGS } from './pattern.glsl.ts';
import { FIGURES_FROM, RULE } from './rule.ts';
import { SHINE } from './shine.ts';

/** Where the server is, which GPU is looked at, how far its plate is opened, and its state. */
export const PLACE = /* glsl */ `
uniform vec4 uPlace;
uniform vec3 uHinge;
uniform float uSubject, uState;
uniform vec4 uOpenSlot;
uniform float uLift;
/** A plate opens like a lid, about its rear edge (height and z of the hinge, angle). */
vec3 hinged(vec3 at) {
  vec2 from = at.yz - uHinge.xy;
  float c = cos(uHinge.z), s = sin(uHinge.z);
  return vec3(at.x, uHinge.xy + vec2(c * from.x + s * from.y, c * from.y - s * from.x));
}
vec3 turned(vec3 way) {
  float c = cos(uHinge.z), s = sin(uHinge.z);
  return vec3(way.x, c * way.y + s * way.z, c * way.z - s * way.y);
}
vec3 inSite(vec3 local) {
  local.z += uOpenSlot.w;
  return uPlace.xyz + vec3(local.x * uPlace.w, local.y, local.z * uPlace.w);
}
`;

const partVertex = (turn: Turn) => /* glsl */ `
#define ${turn.toUpperCase()}
${SHARED}${PLACEMENT}${TINT}${FACING}${COLUMN}${BOX_CORNER}${PLACE}
uniform highp sampler2D uParts;
varying vec3 vLocal;
varying vec3 vSite;
flat varying vec3 vColor;
flat varying vec3 vNormal;
flat varying vec3 vHalf;
flat varying vec3 vFinish;
${PATTERN}
void main() {
  int item = gl_VertexID / 12;
  vec4 place = column(uParts, item * ${PART_TEXELS});
  vec4 size = column(uParts, item * ${PART_TEXELS} + 1);
  vec4 more = column(uParts, item * ${PART_TEXELS} + 2);
  int moves = int(more.y + 0.5);
  bool isSubject = abs(place.w - uSubject) < 0.5;
  bool isLeftOut = moves == ${MOVES.bare} && !isSubject;
#ifdef INK
  // A plan shows the module with its plate taken off, and states lengths instead of showing a rule.
  isLeftOut = isLeftOut || moves == ${MOVES.beside} || (isSubject && moves == ${MOVES.plate} && uLift > 0.5);
#else
  isLeftOut = isLeftOut || (moves == ${MOVES.beside} && (!isSubject || uLift < 0.02));
#endif
  if (isLeftOut) {
    cull();
    return;
  }
  vec3 centre = place.xyz;
  if (moves == ${MOVES.slide}) centre.z -= uOpenSlot.w * 0.5;
  if (moves == ${MOVES.rack}) centre.z -= uOpenSlot.w;
  bool isLid = isSubject && moves == ${MOVES.plate};
  if (isLid) centre = hinged(centre);
  vec3 halfSize = size.xyz * 0.5;
  if (moves == ${MOVES.beside}) halfSize.z *= smoothstep(0.02, 0.7, uLift);
  vec3 corner, face;
  boxCorner(gl_VertexID - item * 12, corner, face);
  vec3 site = inSite(centre);
  vec3 toCamera = cameraFrom(site) * vec3(uPlace.w, 1.0, uPlace.w);
  if (isLid) {
    // The eye as the lid sees it: turned the other way.
    float c = cos(uHinge.z), s = sin(uHinge.z);
    toCamera.yz = vec2(c * toCamera.y - s * toCamera.z, c * toCamera.z + s * toCamera.y);
  }
  vec3 side = facing(toCamera);
  vLocal = corner * side * halfSize;
  vHalf = halfSize;
  vec3 offset = vLocal, normal = face * side;
  if (isLid) { offset = turned(offset); normal = turned(normal); }
  vNormal = normal * vec3(uPlace.w, 1.0, uPlace.w);
  vSite = site + offset * vec3(uPlace.w, 1.0, uPlace.w);
  vColor = tintOf(more.x);
  // Which way the face looks: 0 along x, 1 up, 2 along z; how deep in the server the part lies.
  vFinish = vec3(size.w, face.x > 0.5 ? 0.0 : (face.y > 0.5 ? 1.0 : 2.0), smoothstep(-0.02, 0.085, centre.y));
  pattern(int(size.w + 0.5), face.z > 0.5);
  putAt(vSite);
}
`;

/**
 * Which finishes a draw knows. A software renderer pays for every one that is in the shader, wherever it is used, so parts are drawn
 * in three turns.
 */
export const TURNS = {
  bare: ['plain', 'metal', 'fins', 'lamp'],
  boards: ['circuit', 'studs', 'holes'],
  fine: ['die', 'rule'],
} as const;
export type Turn = keyof typeof TURNS;

const partFragment = (turn: Turn) => /* glsl */ `
#define ${turn.toUpperCase()}
${SHARED}${EYE}${LIGHT}${SHINE}
uniform float uState;
varying vec3 vLocal;
varying vec3 vSite;
flat varying vec3 vColor;
flat varying vec3 vNormal;
flat varying vec3 vHalf;
flat varying vec3 vFinish;
${PATTERN_VARYINGS}

/** A train of bars: 1 on them, their mean where they are finer than a pixel. */
float bars(float at, float pitch, float share, float pixel) {
  float p = pixel / pitch;
  float away = abs(fract(at / pitch) - 0.5);
  float sharp = clamp((share * 0.5 - away) / max(p, 1e-4) + 0.5, 0.0, 1.0);
  return mix(sharp, share, clamp(p * 2.0 - 0.4, 0.0, 1.0));
}
float block(vec2 at, vec2 pitch, vec2 share, vec2 pixel) {
  return bars(at.x, pitch.x, share.x, pixel.x) * bars(at.y, pitch.y, share.y, pixel.y);
}
#ifdef INK
/** White with black edges; boards are a little grey, and a die shows its blocks. */
void main() {
  vec2 pixel = max(fwidth(vLocal.xz), 1e-6);
  float paper = 1.0;
#ifdef BOARDS
  paper = vFinish.x > ${FINISH.circuit}.5 ? 1.0 - 0.2 * (1.0 - block(vLocal.xz, vec2(0.0098, 0.0105), vec2(0.78, 0.76), pixel)) : 0.9;
#endif
#ifdef FINE
  vec2 of = fract(vLocal.xz / (vHalf.xz * vec2(0.5, 0.25)) + 0.5) - 0.5;
  vec2 away = abs(of) * vHalf.xz * vec2(0.5, 0.25) / pixel;
  paper = 0.55 + 0.45 * clamp(min(away.x, away.y), 0.0, 1.0);
#endif
  vec2 inset = (vHalf.xz - abs(vLocal.xz)) / pixel;
  vec2 line = clamp(1.5 - inset, 0.0, 1.0) * clamp((vHalf.xz / pixel - 1.0) * 0.25, 0.0, 1.0);
  gl_FragColor = vec4(vec3(paper * (1.0 - 0.88 * max(line.x, line.y))), 1.0);
  ${OUTPUT}
}
#else
#ifdef FINE
uniform sampler2D uFigures;
#endif
void main() {
  vec2 at = vFinish.y < 0.5 ? vLocal.zy : (vFinish.y < 1.5 ? vLocal.xz : vLocal.xy);
  vec2 wide = vFinish.y < 0.5 ? vHalf.zy : (vFinish.y < 1.5 ? vHalf.xz : vHalf.xy);
  vec2 pixel = max(fwidth(at), 1e-6);
  bool top = abs(vFinish.y - 1.0) < 0.5;
  vec3 color = vColor;
  float shine = 0.0;
  // What stands low in the server sees little of the hall, and so do the feet of its sides.
  float open = mix(0.62, 1.0, vFinish.z) * (top ? 1.0 : mix(0.7, 1.0, clamp((vLocal.y + vHalf.y) / (vHalf.y * 2.0), 0.0, 1.0)));
#ifdef FINE
  vec3 glow = vec3(0.0);
  float finish = floor(vFinish.x + 0.5);
#endif
#ifdef BARE
  color *= vShade.x + vShade.y * bars(dot(at, vAlong.xy), vAlong.z, 0.5, dot(pixel, step(0.5, vAlong.xy)));
  shine = vShade.z;
  vec3 glow = vGlow;
#endif
#ifdef BOARDS
  float trace = vTrace * bars(at.x + 0.002 * sin(at.y * 60.0), 0.0034, 0.3, pixel.x) * bars(at.y, 0.046, 0.7, pixel.y);
  color = mix(mix(color, color * 1.5 + 0.012, trace), vRaised.rgb, vRaised.a * block(at + vTrace * 0.009, vGrid.xy, vGrid.zw, pixel));
#endif
#ifdef FINE
  if (finish == ${FINISH.die}.0 && top) {
    // Its blocks, a cache between the halves and the memory's edges: a mirror that shimmers.
    float blocks = block(at, vec2(vHalf.x * 0.5, vHalf.z * 0.25), vec2(0.94, 0.92), pixel);
    float fine = block(at, vec2(vHalf.x * 0.0625, vHalf.z * 0.03125), vec2(0.8, 0.7), pixel);
    float cache = step(abs(at.y), vHalf.z * 0.07);
    vec3 toEye = normalize(eye() - vSite);
    vec3 film = 0.5 + 0.5 * cos(6.283 * (vec3(0.5, 0.83, 0.17) + dot(toEye, vec3(0.9, 0.4, 0.7)) * 1.3 + at.x * 6.0 + at.y * 3.0));
    color = mix(color * (0.7 + 0.4 * fine), color * 0.45, cache);
    color = color * (0.5 + 0.6 * blocks) + film * film * (0.07 + 0.1 * fine) * blocks;
    shine = 0.55;
    glow = color * max(uLamp - 1.0, 0.0) * step(1.5, uState) * 0.5;
  } else if (finish == ${FINISH.rule}.0 && top) {
    // A mark every millimetre, longer every five and every ten.
    float along = vHalf.z - at.y;
    float mark = bars(along, 0.001, 0.16, pixel.y) * step(at.x, -vHalf.x * 0.42);
    mark = max(mark, bars(along, 0.005, 0.05, pixel.y) * step(at.x, -vHalf.x * 0.1));
    mark = max(mark, bars(along + 0.005, 0.01, 0.034, pixel.y) * step(at.x, vHalf.x * 0.35));
    vec2 figure = vec2((at.x / vHalf.x - ${FIGURES_FROM}) / ${1 - FIGURES_FROM}, along / ${RULE.length});
    mark = max(mark, (1.0 - texture2D(uFigures, figure).r) * step(0.0, figure.x));
    color = mix(color, vec3(0.015), mark);
    shine = 0.35 * (1.0 - mark);
  }
#endif
  vec2 inset = (wide - abs(at)) / pixel;
  vec2 size = wide / pixel;
  vec2 line = clamp(1.36 - inset * 0.91, 0.0, 1.0) * clamp(size * 0.1 - 0.4, 0.0, 1.0);
#ifdef BOARDS
  vec3 light = lit(color, vNormal, open) + color * uHallLight * (9.0 * step(0.5, uState));
#else
  vec3 light = shone(color, vNormal, normalize(eye() - vSite), shine, open, step(0.5, uState)) + glow;
#endif
  light *= 1.0 - 0.22 * max(line.x, line.y);
  gl_FragColor = vec4(light, 1.0);
  ${OUTPUT}
}
#endif
`;

/** Uniforms of one open server, shared by its boxes and its tubes. */
export interface NearUniforms {
  /** The middle of its front's lower edge, closed, and 1 or -1 for a front to the south or north; site frame, metres. */
  uPlace: { value: Vector4 };
  /** Which of its GPUs is looked at, 1-based. */
  uSubject: { value: number };
  /** Of its plate: height and z of the hinge in the server's frame, and how far it is open; metres, radians. */
  uHinge: { value: Vector3 };
  /** 0 installed, 1 energized, 2 in service. */
  uState: { value: number };
}

/** A drawing in ink has programs of its own: light and shine are not paid for on paper. */
export const drawn = (isInk: boolean) => (isInk ? { defines: { INK: 1 } } : {});

/** Boxes of an open server. */
export const partMaterial = (
  shared: SharedUniforms,
  near: NearUniforms,
  parts: DataTexture,
  turn: Turn,
  isInk: boolean,
  figures: Texture,
) =>
  new ShaderMaterial({
    ...drawn(isInk),
    name: `parts ${turn}`,
    vertexShader: partVertex(turn),
    fragmentShader: partFragment(turn),
    uniforms: { ...shared, ...near, uParts: { value: parts }, uFigures: { value: figures } },
    side: DoubleSide,
  });
