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
  /** Light of the hall's lamps that reaches it, as a multiple of that on the hall's floor. */
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

/** The colour of a lit surface without fog. */
vec3 lit(Surface s) {
  vec3 hall = uHallLight * s.lamplight;
  vec3 light = s.baseColor * (daylight(s.normal, s.occlusion) + hall);
#ifdef REFLECTIVE
  // Metal reflects the hall's lines of lamps and its floor, computed from the reflected ray.
  vec3 toEye = normalize(vToEye);
  vec3 away = reflect(-toEye, s.normal);
  float lamps = clamp(1.7 - 9.0 * abs(fract(away.x * 1.114 + 0.595) - 0.5), 0.0, 1.0) * clamp(away.y * 1.8 - 0.25, 0.0, 1.0);
  vec3 around = mix(uGroundLight * 0.95, uSkyLight + uSunLight * 0.35, clamp(away.y * 0.9 + 0.32, 0.0, 1.0));
  float edge = 1.0 - max(dot(s.normal, toEye), 0.0);
  edge *= edge * edge;
  vec3 mirrored = s.baseColor * (around * (0.75 + 0.55 * lamps) + hall * (0.45 + 0.8 * lamps)) * 1.25;
  light = mix(light, mirrored, s.metalness * 0.82) + (around + hall) * (edge * 0.22 + lamps * 0.05) * s.occlusion;
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
  return encoded(light);
}
