// Fragment shaders of things at arm's length: what they mirror of their aisle, worked out from the reflected ray; nothing is read from a
// texture. Light of the lamps themselves is that of lamps.glsl.

#ifdef REFLECTIVE
/** Height of the hall's floor, metres. */
uniform float uFloorY;
/** Light of what a mirror sees of the racks opposite, and of the floor. */
uniform vec3 uRacksSeen, uFloorSeen;

/** Half the width of a line of lamps, half that of an aisle, and height of racks; metres. */
const float STRIP = 0.07, HALF_AISLE = 0.9, RACK_TOP = 2.2;
/** Brightness of a line of lamps itself, against its light on the floor. */
const float GLARE = 18.0;
/** How much brighter what is near is shown at night than the hall behind it, as to an eye that has become used to it. */
const float ADAPTED = 3.0;
/** How much more light falls into an open server at night, from the strip above its slot, than from the hall's lamps. */
const float WORK_LIGHT = 1.2;

/**
 * What a mirror at a place sees: the line of lamps, wider and dimmer the rougher the mirror is, the dark fronts of racks with their small
 * lamps, the lit floor, and by day the sky over the open roof.
 */
vec3 surroundings(vec3 place, vec3 way, float roughness) {
  float spread = roughness * roughness;
  float far = max(uLampLines.z - place.y, 0.05) / max(way.y, 0.03);
  float soft = STRIP + far * spread;
  float off = (besideLine(place.z, uLampLines.x) + way.z * far) / soft;
  float strip = 1.0 / (1.0 + off * off);
  strip *= strip * STRIP / soft * clamp(way.y * 5.5 - 0.1, 0.0, 1.0) * GLARE * uLampShine;
  // Up to here the racks opposite reach, and there the floor begins.
  float high = place.y - uFloorY + way.y * HALF_AISLE / max(abs(way.z), 0.05);
  float blur = 0.05 + spread * 1.5;
  float onFloor = clamp(0.5 - high / blur * 0.5, 0.0, 1.0);
  float over = clamp((high - RACK_TOP) / blur * 0.5 + 0.5, 0.0, 1.0);
  float disc = 0.002 + spread;
  disc /= disc + 1.0 - max(dot(way, uSun), 0.0);
  vec3 above = uSkyLight * (0.3 + 0.9 * clamp(way.y, 0.0, 1.0)) + uSunLight * (0.3 + 2.5 * disc * disc * disc);
  return mix(mix(uRacksSeen, above, over), uFloorSeen, onFloor) + uHallLight * strip;
}

/** The colour of a lit surface; see Surface. */
vec3 litNear(Surface s) {
  vec3 place = uEye - vToEye;
  vec3 toEye = normalize(vToEye);
  vec3 diffuse = daylight(s.normal, s.occlusion) + uHallLight * (s.lamplight * lampsAt(place, s.normal) * s.occlusion);
  float edge = 1.0 - max(dot(s.normal, toEye), 0.0);
  float grazing = edge * edge;
  grazing *= grazing * edge * (1.0 - 0.8 * s.roughness);
  vec3 mirrored = mix(vec3(0.04), s.baseColor, s.metalness);
  mirrored += (1.0 - mirrored) * grazing;
  vec3 way = reflect(-toEye, s.normal);
#ifdef BOARDS
  // Printed boards mirror too little for its shapes to be seen.
  vec3 around = uRacksSeen + (uSkyLight * 0.9 + uSunLight * 0.3 + uHallLight * 0.3) * max(way.y, 0.0);
#else
  vec3 around = surroundings(place, way, s.roughness);
#endif
  // Blasted and brushed metal scatters some light all around.
  vec3 light = s.baseColor * diffuse * (1.0 - s.metalness * (0.92 - 0.8 * s.roughness)) + mirrored * around * s.occlusion;
  return light * mix(1.0, ADAPTED, clamp(uLamp - 1.0, 0.0, 1.0)) + s.emission;
}
#endif
