// Vertex shaders: where a corner goes. A campus stands where its group does; it is moved, never turned. Metres.

/** How far ahead of the eye the corner is. */
varying float vDistance;
#ifdef REFLECTIVE
/** The way from the corner to the eye, in the frame of the campus. */
varying vec3 vToEye;
#endif

/** The eye in the frame of the campus. */
vec3 eye() { return cameraPosition - modelMatrix[3].xyz; }

/** Puts the corner at a place in the frame of the campus. */
void putAt(vec3 place) {
  vec4 seen = modelViewMatrix * vec4(place, 1.0);
  gl_Position = projectionMatrix * seen;
  vDistance = -seen.z;
#ifdef REFLECTIVE
  vToEye = eye() - place;
#endif
}

/** Has the corner's triangle not drawn. */
void cull() { gl_Position = vec4(0.0, 0.0, 2.0, 1.0); }

/** The way from a place to the eye; for an eye without perspective it is the same everywhere, and no length. */
vec3 toEyeFrom(vec3 place) {
  return isOrthographic ? vec3(viewMatrix[0][2], viewMatrix[1][2], viewMatrix[2][2]) : eye() - place;
}

/** Which of a box's faces look at the eye: only those three are drawn, half the corners and triangles of a whole box. */
vec3 facing(vec3 toEye) {
  return vec3(toEye.x < 0.0 ? -1.0 : 1.0, toEye.y < 0.0 ? -1.0 : 1.0, toEye.z < 0.0 ? -1.0 : 1.0);
}

/**
 * How much of a thing that stands from one day to another is there, 0 to 1. Complete on its first day: what the counters say of a
 * day stands on that day.
 */
float presence(vec2 days) {
  return smoothstep(days.x - 0.8, days.x, uDay) * (1.0 - smoothstep(days.y, days.y + 0.8, uDay));
}
