import { type DataTexture, DoubleSide, ShaderMaterial } from 'three';
import { BOX_CORNER, COLUMN } from '../records/records.ts';
import { EYE, FACING, LIGHT, OUTPUT, PLACEMENT, SHARED } from '../shading/chunks.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import type { NearRackUniforms } from './rackTubeMaterial.ts';
import { BOX_TEXELS } from './nearRecords.ts';
import { nearRack } from './nearRack.glsl.ts';
import { BOX_FINISH, BOXES_PER_RACK, OPEN_BOXES } from './rackBoxes.ts';
import { SHINE } from './shine.ts';

const VERTEX = /* glsl */ `
${SHARED}${PLACEMENT}${FACING}${COLUMN}${BOX_CORNER}${nearRack(OPEN_BOXES, BOXES_PER_RACK)}
uniform highp sampler2D uBoxes;
uniform vec3 uGraphite, uIdle;
varying vec3 vSite;
varying vec2 vAt;
flat varying vec3 vNormal;
flat varying vec3 vColor;
flat varying vec4 vShow;
void main() {
  int item = gl_VertexID / 12;
  cull();
  int box = partAt(item) * ${BOX_TEXELS};
  if (box < 0) return;
  vec4 at = column(uBoxes, box);
  vec4 size = column(uBoxes, box + 1);
  if (size.x <= 0.0) return;
  bool isDoor = isSwung(size.w > 15.5);
  vec3 halfSize = size.xyz * 0.5 * vec3(vec2(thickness(is)), standing(is) + 1e-3);
  vec3 corner, face;
  boxCorner(gl_VertexID - item * 12, corner, face);
  vec3 centre = isDoor ? onDoor(at.xyz) : at.xyz;
  vec3 toCamera = inSite(cameraFrom(foot + inSite(centre)));
  if (isDoor) toCamera.xz = unswung(toCamera.xz);
  vec3 side = facing(toCamera);
  vec3 offset = corner * side * halfSize, normal = face * side;
  vAt = face.x > 0.5 ? offset.zy : (face.y > 0.5 ? offset.xz : offset.xy);
  if (isDoor) { offset.xz = swung(offset.xz); normal.xz = swung(normal.xz); }
  vNormal = inSite(normal);
  vSite = foot + inSite(centre + offset);
  float served = smoothstep(-1e-3, 1.2, uDay - days.z + 1.2) * step(days.z, uDay + 1.2);
  // Its own colour is that of the rack's frame.
  vec3 body = mix(mix(uIdle, uGraphite, served), uArrived, freshness() * 0.92) * 0.8;
  vColor = at.w < 0.0 ? body : freshTint(at.w);
  // Finish, on the face that has it; powered, in service; how open to the light the place is.
  float inside = at.z < -0.4 && at.z > -kindSize.z - kindSize.w + 0.05 && size.w < 15.5 ? 0.6 : 0.85;
  vShow = vec4(face.z > 0.5 ? mod(size.w, 16.0) : min(mod(size.w, 16.0), 1.0), step(days.y, uDay), step(days.z, uDay), inside);
  putAt(vSite);
}
`;

const FRAGMENT = /* glsl */ `
${SHARED}${EYE}${LIGHT}${SHINE}
varying vec3 vSite;
varying vec2 vAt;
flat varying vec3 vNormal;
flat varying vec3 vColor;
flat varying vec4 vShow;
/** Share of a train of bars, and its mean where they are finer than a pixel. */
float bars(float at, float pitch, float share, float pixel) {
  float p = pixel / pitch;
  return mix(clamp((share * 0.5 - abs(fract(at / pitch) - 0.5)) / max(p, 1e-4) + 0.5, 0.0, 1.0), share, clamp(p * 2.0 - 0.4, 0.0, 1.0));
}
void main() {
  float finish = floor(vShow.x + 0.5);
  vec2 pixel = max(fwidth(vAt), 1e-6);
  vec3 color = vColor, glow = vec3(0.0);
  float shine = 0.12;
  if (finish == ${BOX_FINISH.metal}.0) shine = 0.75;
  else if (finish == ${BOX_FINISH.holes}.0) color *= 1.0 + 2.2 * (1.0 - bars(vAt.x, 0.0085, 0.62, pixel.x) * bars(vAt.y, 0.0085, 0.62, pixel.y));
  else if (finish == ${BOX_FINISH.outlets}.0) {
    float socket = bars(vAt.x, 0.046, 0.56, pixel.x) * bars(vAt.y, 0.044, 0.66, pixel.y);
    color = mix(color * 1.6 + 0.01, color * 0.25, socket);
  } else if (finish == ${BOX_FINISH.coil}.0) {
    // Supplies side by side, each with its fan.
    color *= 0.2 + 0.8 * bars(vAt.x, 0.05, 0.9, pixel.x) * (1.0 - 0.75 * bars(vAt.x, 0.05, 0.5, pixel.x) * bars(vAt.y, 0.004, 0.5, pixel.y));
  } else if (finish == ${BOX_FINISH.screen}.0) {
    // Lines of text, no two equally long.
    float text = bars(vAt.y, 0.0115, 0.4, pixel.y) * step(vAt.x, fract(floor(vAt.y / 0.0115) * 0.618) * 0.06 - 0.015);
    glow = mix(vec3(0.02, 0.08, 0.1), vec3(0.4, 0.75, 0.8), text) * (vShow.y * min(uLamp, 1.4));
    color *= 0.3;
  } else if (finish == ${BOX_FINISH.lamp}.0) glow = mix(vec3(0.6, 0.32, 0.06), vec3(0.35, 0.95, 0.5), vShow.z) * vShow.y * min(uLamp, 1.4);
  vec3 light = shone(color, vNormal, normalize(eye() - vSite), shine, vShow.w, vShow.y) + glow;
  gl_FragColor = vec4(light, 1.0);
  ${OUTPUT}
}
`;

/** Pumps, displays, doors' frames and what is behind an open one, of the racks that are nearest to the eye. */
export function boxMaterial(
  shared: SharedUniforms,
  boxes: DataTexture,
  uniforms: NearRackUniforms,
): ShaderMaterial {
  return new ShaderMaterial({
    name: 'rack boxes',
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { ...shared, ...uniforms, uBoxes: { value: boxes } },
    side: DoubleSide,
  });
}
