// Vertex shaders: position of a corner. The group of a campus moves and turns it. Metres.

/** Distance of the corner ahead of the eye. */
varying float vDistance;
#ifdef REFLECTIVE
/** Vector from the corner to the eye, site frame. */
varying vec3 vToEye;
#endif

/** Puts the corner at a position, site frame. */
void putAt(vec3 place) {
  vec4 seen = modelViewMatrix * vec4(place, 1.0);
  gl_Position = projectionMatrix * seen;
  vDistance = -seen.z;
#ifdef REFLECTIVE
  vToEye = uEye - place;
#endif
}

/** Culls the corner's triangle. */
void cull() { gl_Position = vec4(0.0, 0.0, 2.0, 1.0); }

/** Direction back from what the camera looks at, site frame. */
vec3 backward() { return vec3(modelViewMatrix[0][2], modelViewMatrix[1][2], modelViewMatrix[2][2]); }

/** Vector from a position to the eye; with an orthographic camera only a direction, the same everywhere. */
vec3 toEyeFrom(vec3 place) {
  return isOrthographic ? backward() : uEye - place;
}

/** Signs of a box's three faces towards the eye, the only ones that are drawn. */
vec3 facing(vec3 toEye) {
  return vec3(toEye.x < 0.0 ? -1.0 : 1.0, toEye.y < 0.0 ? -1.0 : 1.0, toEye.z < 0.0 ? -1.0 : 1.0);
}

/** How much is drawn of a thing that stands from one day until another, 0 to 1; all of it on its first day, as in the counts. */
float presence(vec2 days) {
  return smoothstep(days.x - 0.8, days.x, uDay) * (1.0 - smoothstep(days.y, days.y + 0.8, uDay));
}
