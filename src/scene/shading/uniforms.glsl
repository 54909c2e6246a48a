// What all shaders share: uniforms, see shared.ts for their meaning, and a helper.
uniform float uDay, uShadow, uContact, uCut, uRoof, uInside, uLamp, uGlow, uDrop, uFog, uCeiling;
uniform vec3 uEye, uSun, uSunInSky, uSunLight, uSkyLight, uGroundLight, uHallLight, uHorizon, uZenith, uCutColor, uShade;

/** A wave between -1 and 1 with straight flanks, which a software renderer computes faster than a sine. */
vec2 zigzag(vec2 at) { return abs(fract(at) - 0.5) * 4.0 - 1.0; }
