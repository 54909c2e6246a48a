// Uniforms that all materials share; see shared.ts for their meaning.
uniform float uDay, uShadow, uContact, uCut, uRoof, uInside, uLamp, uGlow, uDrop, uFog, uCeiling;
uniform vec3 uEye, uSun, uSunInSky, uSunLight, uSkyLight, uGroundLight, uHallLight, uHorizon, uZenith, uCutColor, uShade;
