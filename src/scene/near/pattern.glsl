// What a finish shows, worked out at a part's corners, so that all finishes of one draw are the same few steps in each pixel.
#ifdef BARE
/** A train of bars: its way over the face, and its pitch in metres. */
flat varying vec3 vAlong;
/** What it does to the colour (base, gain), and how much it mirrors. */
flat varying vec3 vBars;
flat varying vec3 vGlow;
#endif
#ifdef BOARDS
/** Traces, and small things in a grid: its pitch and their share of it. */
flat varying float vTrace;
flat varying vec4 vGrid;
/** Their colour, and how much of that shows. */
flat varying vec4 vRaised;
#endif
