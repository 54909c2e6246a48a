// Values of a box, computed at its corners.
flat varying vec3 vColor;
flat varying vec3 vNormal;
/** Position from the centre of the box's underside, box frame, metres. */
varying vec3 vLocal;
/** Half width, height, half depth. */
flat varying vec3 vBox;
/** Direction of the face, and the finish. */
flat varying ivec2 vFace;
/** Light of a hall's lamps; see Surface. */
varying float vLit;
#ifdef INSIDE
/** Place in the campus frame, from the eye. */
varying vec3 vFromEye;
#endif
/** Light of a lamp outside that it gets, or that it emits as a lamp, as a multiple of its own colour. */
varying vec3 vLamplight;
/** Repeated lines across and up a face: pitch and width of each, metres. */
flat varying vec4 vRule;
/** Their strengths, and the start of the first line across, share of the pitch. */
flat varying vec3 vRuled;
