// Uniforms that all materials share; see shared.ts for their meaning.
uniform float uDay, uShadow, uContact, uCut, uRoof, uInside, uLamp, uGlow, uDrop, uFog, uCeiling;
uniform vec3 uSun, uSunLight, uSkyLight, uGroundLight, uHallLight, uHorizon, uZenith, uCutColor;
