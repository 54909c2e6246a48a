import { FINISH } from './parts.ts';

/**
 * GLSL: what a finish shows, worked out at a part's corners, so that all finishes of one draw are the same few steps in each pixel.
 * BARE: a train of bars (its way over the face, pitch in metres), what it does to the colour (base, gain) and how much it mirrors.
 * BOARDS: traces, and small things in a grid (pitch, share of it) with their colour and how much of that shows.
 */
export const PATTERN_VARYINGS = /* glsl */ `
#ifdef BARE
flat varying vec3 vAlong, vShade, vGlow;
#endif
#ifdef BOARDS
flat varying float vTrace;
flat varying vec4 vGrid, vRaised;
#endif
`;

/** GLSL for the vertex shader: writes them for a finish on a face along z or not. Changes vColor. */
export const PATTERN = /* glsl */ `
${PATTERN_VARYINGS}
void pattern(int finish, bool alongZ) {
#ifdef BARE
  bool isFins = finish == ${FINISH.fins};
  vAlong = isFins ? vec3(0.0, 1.0, 0.0042) : vec3(1.0, 0.03, 0.0011);
  vShade = isFins ? vec3(0.35, 0.75, 0.35) : finish == ${FINISH.metal} ? vec3(1.0, -0.03, 1.0) : vec3(1.0, 0.0, 0.0);
  vec3 lamp = uState > 1.5 ? vec3(0.35, 0.95, 0.5) : uState > 0.5 ? vec3(0.6, 0.32, 0.06) : vec3(0.0);
  vGlow = finish == ${FINISH.lamp} ? lamp * uLamp : vec3(0.0);
#endif
#ifdef BOARDS
  vTrace = 0.0;
  if (finish == ${FINISH.circuit}) {
    vTrace = 0.45;
    vGrid = vec4(0.021, 0.013, 0.3, 0.22);
    vRaised = vec4(0.2, 0.19, 0.17, 0.5);
  } else if (finish == ${FINISH.studs}) {
    vGrid = vec4(0.0098, 0.0105, 0.78, 0.76);
    vRaised = vec4(vColor * 1.5 + 0.035, 1.0);
    vColor *= 0.35;
  } else {
    vGrid = vec4(0.0052, 0.0052, 0.62, 0.62);
    vRaised = vec4(vColor * (alongZ ? 0.2 : 0.72), 1.0);
  }
#endif
}
`;
