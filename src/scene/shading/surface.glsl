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

/** What a thing that shines a little mirrors of the sky, and sunlight that comes through a thin one; shares of them. */
vec3 skyMirrored(float share) { return uSkyLight * share; }
vec3 sunThrough(vec3 share) { return uSunLight * share; }

#ifdef REFLECTIVE
/** The same for things at arm's length, which mirror their aisle; see nearLight.glsl. */
vec3 litNear(Surface s);
#endif

/** The colour of a lit surface without fog. */
vec3 lit(Surface s) {
#ifdef REFLECTIVE
  return litNear(s);
#else
  return s.baseColor * (daylight(s.normal, s.occlusion) + uHallLight * s.lamplight) + s.emission;
#endif
}

/** Lights a surface, adds fog and encodes it for the screen; REFLECTIVE surfaces are near and get no fog. */
vec3 shade(Surface s) {
  vec3 light = lit(s);
#ifndef REFLECTIVE
  float air = vDistance / uFog;
  light = mix(uHorizon, light, 1.0 / (1.0 + air * air * air));
#endif
  return encoded(filmed(light));
}
