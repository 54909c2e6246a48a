// What a rack's face shows, worked out at its corners.
/** From the middle of the rack's foot, its own frame, metres. */
varying vec3 vLocal;
flat varying vec3 vNormal;
/** Which way the face looks in the rack's frame, and a number that sets its lamps apart from another rack's. */
flat varying vec4 vFace;
/** How far a ray goes aside for every metre of depth at the face's middle, and what a metre on the face adds. */
flat varying vec3 vLean;
/** Half size, and 0 where real parts stand before the face. */
flat varying vec4 vHalf;
/** The opening: left, lower, right and upper edge. */
flat varying vec4 vOpen;
/** The lowest run of slots: its foot, its pitch, a gap's share of a pitch, and how many servers it holds. */
flat varying vec4 vSlots;
#ifdef SEVERAL_RUNS
/** The first of the kind's runs in uSlots, how many there are where they are seen, and how many servers the rack holds. */
flat varying ivec3 vRuns;
#endif
/** Columns and rows of lamps in one pitch; 1 for a compute rack's front. */
flat varying vec3 vCells;
/** A lamp's width, start and height as shares of its cell, and how wide all columns are. */
flat varying vec4 vLamp;
/** Red and blue of lamps, and 1 on a front. */
flat varying vec3 vGlow;
/** How new, whether energized, in service, and which of a run's racks is pointed at. */
flat varying vec4 vState;
#ifndef INSIDE
/** Half a run's width, a rack's width, racks but one, and what a rack adds to the number that sets its lamps apart. */
flat varying vec4 vRun;
#endif

/** Runs of slots; see SLOTS_RECORD. */
uniform highp sampler2D uSlots;

/** A run as in vSlots: servers fill a rack from the bottom. */
vec4 filledRun(Slots slots, int filled) {
  return vec4(slots.foot, slots.pitch, slots.gap, clamp(float(filled - slots.before.x), 0.0, float(slots.count.x)));
}
