// Values of a rack's face, computed at its corners.
/** Position from the centre of the rack's underside, rack frame, metres. */
varying vec3 vLocal;
flat varying vec3 vNormal;
/** Direction of the face, rack frame, and a number that varies its lamps from rack to rack. */
flat varying vec4 vFace;
/** Sideways shift of a ray per metre of depth at the face's middle, and change of that per metre on the face. */
flat varying vec3 vLean;
/** Half size, and 0 if near parts stand in front of the face. */
flat varying vec4 vHalf;
/** Opening in the face: left, lower, right and upper edge. */
flat varying vec4 vOpen;
/** The lowest run of slots: lower edge, pitch, gap as a share of the pitch, and number of servers in it. */
flat varying vec4 vSlots;
#ifdef SEVERAL_RUNS
/** Index in uSlots of the kind's first run, number of visible runs, number of servers in the rack, and 1 on a front with blades. */
flat varying ivec4 vRuns;
#endif
/** Columns and rows of lamps per pitch; 1 on a front with hoses, and on one with a CDU, else 0. */
flat varying vec4 vCells;
/** A lamp's width, lower edge and height, shares of its cell; and width of all columns together. */
flat varying vec4 vLamp;
/** 1 on a front, else 0. */
flat varying float vFront;
/** Colour of the rack's frame. */
flat varying vec3 vBody;
/** Light of one lamp on the front, and height at which the front mirrors the hall's lamps, metres. */
flat varying vec4 vLampLight;
/** Light of the hall's lamps; see Surface. */
varying float vLamplight;
/** How new as seen from far away, brightness of displays, how far in service, and number of the run's rack under the pointer. */
flat varying vec4 vState;
#ifdef PLAN
/** Strokes of the hatch per metre; and which end of a row has its full outline: 1 the left one, -1 the right one, over the half width. */
flat varying vec2 vInk;
#endif
#ifdef INSIDE
/** On the front of a new rack close to the eye: strength of its label, and of the label's light. */
flat varying vec2 vNew;
#else
/** Half a run's width, a rack's width, number of racks less 1, and step per rack of the number that varies its lamps. */
flat varying vec4 vRun;
#endif


/** A run in the form of vSlots, when the lowest `filled` slots of the rack hold servers. */
vec4 filledRun(Slots slots, int filled) {
  return vec4(slots.foot, slots.pitch, slots.gap, clamp(slots.gap < 0.0 ? 99.0 : float(filled - slots.before.x), 0.0, float(slots.count.x)));
}
