// Shadows without a shadow map. Every caster has a quad on the floor that computes, per pixel, the sun's shadow of a box (its
// footprint swept away from the sun, an intersection of three slabs) and the contact shadow around its foot; at night there is no sun,
// and the shadow is that of the nearest lamp. Quads write the frame's alpha, keeping the darkest value; the floor that is drawn next
// is multiplied by it. The sky's light that is left in the sun's shadow goes into the frame's colour. All shadows take one draw call.
// Values that are constant over a quad are computed at its corners, to save time per pixel.

varying vec2 vAt;
/** Half size of the footprint, height, and 1 / reach of the contact shadow. */
flat varying vec4 vBox;
/** Direction of the sweep, 1 / its length, and half the shadow's width across it. */
flat varying vec4 vSweep;
/** Least and greatest x and z of footprint and shadow together. */
flat varying vec4 vSlabs;
/** For each axis, scale and offset from position to distance past the footprint along the sweep. */
flat varying vec4 vPast;
/** 1 for a tree's crown, 0 for a box, -1 for one in a hall that is lit by its lamps. */
flat varying float vRound;
#ifdef CROWNS
/** Of a crown's shadow: 1 / radius across and along, and its middle along. */
flat varying vec3 vCrown;
/** See crown.glsl; the largest lobes are enough. */
flat varying vec4 vLobes[CROWNS];
#endif
