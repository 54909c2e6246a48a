// Shadows without a shadow map. Every caster lays a quad on the floor that works out, per pixel, the sun's shadow of a box (the sweep
// of its footprint away from the sun, an intersection of three slabs) and the contact shadow around its foot. The quads write nothing
// but the frame's alpha, the darkest wins, and the floor that is painted next is multiplied by it. So shadows cost one draw, grow with
// the days like the things that throw them, and nothing is baked.
// What a quad's pixels share is worked out at its corners: a software renderer pays for every step in every pixel.

varying vec2 vAt;
/** Half size of the footprint, the height, and one over the reach of the contact shadow. */
flat varying vec4 vBox;
/** The sweep's direction, one over its length, and how far across it the shadow goes. */
flat varying vec4 vSweep;
/** Low and high corner of footprint and shadow together. */
flat varying vec4 vSlabs;
/** By each axis, how far along the sweep the footprint lies behind. */
flat varying vec4 vPast;
flat varying float vRound;
