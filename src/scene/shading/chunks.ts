/**
 * GLSL that the materials share. Light is a sun and a sky, nothing is looked up: on a software renderer every texture
 * read and every light loop of the standard material is paid for in each pixel.
 */

/** Uniforms of {@link SharedUniforms}, as GLSL. */
export const SHARED = /* glsl */ `
uniform float uDay, uShadow, uContact, uCut, uRoof, uInside, uLamp, uGlow, uDrop, uFog, uInk, uCeiling;
uniform vec3 uSun, uSunLight, uSkyLight, uGroundLight, uHallLight, uHorizon, uZenith, uCutColor;
`;

/**
 * Where a corner goes. A campus stands where its group does: `eye` is the eye in its frame, `putAt` puts a corner at a place of that
 * frame and answers how far ahead of the eye it is, `cull` has it not drawn. Metres; a campus is moved, never turned.
 */
export const PLACEMENT = /* glsl */ `
vec3 eye() { return cameraPosition - modelMatrix[3].xyz; }
float putAt(vec3 place) {
  vec4 seen = modelViewMatrix * vec4(place, 1.0);
  gl_Position = projectionMatrix * seen;
  return -seen.z;
}
void cull() { gl_Position = vec4(0.0, 0.0, 2.0, 1.0); }
`;

/** The same eye, for a fragment shader. */
export const EYE = /* glsl */ `
uniform mat4 modelMatrix;
vec3 eye() { return cameraPosition - modelMatrix[3].xyz; }
`;

/** A colour that was written as one number, sRGB hex, as light is added up (see OUTPUT). */
export const TINT = /* glsl */ `
vec3 tintOf(float hex) {
  vec3 tint = mod(floor(hex / vec3(65536.0, 256.0, 1.0)), 256.0) / 255.0;
  return tint * tint;
}
`;

/** `lit` gives the colour of a matt surface; `fogged` lets the air in. Normals in the site frame, colours linear. */
export const LIGHT = /* glsl */ `
vec3 lit(vec3 albedo, vec3 normal, float open) {
  vec3 sky = mix(uGroundLight, uSkyLight, normal.y * 0.5 + 0.5) * open;
  return albedo * (sky + uSunLight * max(dot(normal, uSun), 0.0) * mix(0.6, 1.0, open));
}
vec3 fogged(vec3 color, float distance) {
  float air = distance / uFog;
  return mix(uHorizon, color, 1.0 / (1.0 + air * air));
}
`;

/** GLSL: how much of a hall's light its floor shows. From outside the machines come before what they stand on. */
export const FLOOR_SHARE = 'mix(0.42, 1.0, uInside)';

/**
 * How much of a thing that stands from one day to another is there, 0 to 1. Complete on its first day: what the
 * counters say of a day stands on that day.
 */
export const PRESENCE = /* glsl */ `
float presence(vec2 days, float day) {
  return smoothstep(days.x - 0.8, days.x, day) * (1.0 - smoothstep(days.y, days.y + 0.8, day));
}
`;

/**
 * A box that draws only the three faces that look at the camera: half the corners and half the triangles of a whole
 * one. \`unit\` is a corner of the three positive faces, \`axis\` the face's own direction.
 */
export const FACING = /* glsl */ `
vec3 facing(vec3 toCamera) {
  return vec3(toCamera.x < 0.0 ? -1.0 : 1.0, toCamera.y < 0.0 ? -1.0 : 1.0, toCamera.z < 0.0 ? -1.0 : 1.0);
}
vec3 cameraFrom(vec3 place) {
  return isOrthographic ? vec3(viewMatrix[0][2], viewMatrix[1][2], viewMatrix[2][2]) : eye() - place;
}
`;

/**
 * Back to the screen. Light is added up in squares of the screen's values (a gamma of 2): a colour comes out exactly as the
 * look names it, light on it looks as it does in linear space, and a square root costs a software renderer far less than
 * the exact curve.
 */
export const OUTPUT = /* glsl */ `
gl_FragColor.rgb = sqrt(gl_FragColor.rgb);
`;
