// Uniforms that all materials share; what each means is said in shared.ts.
uniform float uDay, uShadow, uContact, uCut, uRoof, uInside, uLamp, uGlow, uDrop, uFog, uInk, uCeiling;
uniform vec3 uSun, uSunLight, uSkyLight, uGroundLight, uHallLight, uHorizon, uZenith, uCutColor;
