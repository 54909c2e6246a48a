// Fragment shaders: all lighting. A material fills a Surface; `shade` lights, fogs and encodes it. There are no texture reads or loops
// over lights, because they cost a software renderer time in every pixel.

varying float vDistance;
#ifdef REFLECTIVE
varying vec3 vToEye;
#endif

/** A material's values for one pixel. Colours are squares of sRGB values, see encode.glsl; the normal is in the site frame. */
struct Surface {
  vec3 baseColor;
  float roughness;
  /** 0 for matt, 1 for bare metal that reflects the hall; only used with REFLECTIVE. */
  float metalness;
  vec3 normal;
  /** Emitted light. */
  vec3 emission;
  /** Share of the sky's light that reaches it, 0 to 1. */
  float occlusion;
  /** Light of the hall's lamps that reaches it, as lamps.glsl computes it; 0 where they are off. */
  float lamplight;
};

/** A matt surface, open to the sky. */
Surface matt(vec3 baseColor, vec3 normal) {
  return Surface(baseColor, 1.0, 0.0, normal, vec3(0.0), 1.0, 0.0);
}

/** Light of the sun and the sky on a matt white surface. */
vec3 daylight(vec3 normal, float occlusion) {
  vec3 sky = mix(uGroundLight, uSkyLight, normal.y * 0.5 + 0.5) * occlusion;
  return sky + uSunLight * max(dot(normal, uSun), 0.0) * mix(0.6, 1.0, occlusion);
}

#ifdef REFLECTIVE
/** Brightness of a line of lamps as a mirror shows it, against its light on the floor; and half its width, metres. */
const float LINE_SHINE = 14.0, LINE_HALF = 0.07;

/** What a surface of this roughness mirrors: the aisle's line of lamps, the lit floor below, the dark of racks and ceiling between. */
vec3 surroundings(Surface s, vec3 away) {
  vec3 place = uEye - vToEye;
  float up = max(uLampLines.z - place.y, 0.05) / max(away.y, 0.02);
  float beside = besideLine(place.z, uLampLines.x) + away.z * up;
  float blur = LINE_HALF + 0.5 * s.roughness * s.roughness * up;
  float line = LINE_HALF / blur / (1.0 + beside * beside / (blur * blur)) * clamp(away.y * 8.0, 0.0, 1.0);
  vec3 open = mix(uGroundLight * 0.95, uSkyLight + uSunLight * 0.35, clamp(away.y * 0.9 + 0.32, 0.0, 1.0));
  float floorSeen = clamp(0.25 - 0.6 * away.y, 0.06, 0.7);
  return open + uHallLight * (step(0.01, s.lamplight) * (floorSeen + LINE_SHINE * line * uLampShine));
}
#endif

/** The colour of a lit surface without fog. */
vec3 lit(Surface s) {
  vec3 light = s.baseColor * (daylight(s.normal, s.occlusion) + uHallLight * s.lamplight);
#ifdef REFLECTIVE
  vec3 toEye = normalize(vToEye);
  vec3 around = surroundings(s, reflect(-toEye, s.normal)) * mix(0.6, 1.0, s.occlusion);
  float edge = 1.0 - max(dot(s.normal, toEye), 0.0);
  edge *= edge;
  edge *= edge;
  // Bare metal gives back its surroundings in its own colour; all else, as a gloss, at flat angles.
  light = mix(light, s.baseColor * around * 1.25, s.metalness * 0.85) + around * ((0.04 + 0.4 * edge) * (1.0 - 0.7 * s.roughness));
#endif
  return light + s.emission;
}

/** Lights a surface, adds fog and encodes it for the screen; REFLECTIVE surfaces are near and get no fog. */
vec3 shade(Surface s) {
  vec3 light = lit(s);
#ifndef REFLECTIVE
  float air = vDistance / uFog;
  light = mix(uHorizon, light, 1.0 / (1.0 + air * air));
#endif
  return encoded(filmed(light));
}
