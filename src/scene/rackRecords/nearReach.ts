/** Most racks with near parts at once. */
export const MOST_NEAR = 16;
/** Greatest distance from the eye at which racks have near parts, metres, in a picture 1080 pixels high; farther parts would flicker. */
export const NEAR_FROM = 11;
export const NEAR_LINES = 1080;
/** Added distance per metre by which a rack lies behind the eye, or beside the picture by more than its radius, so that it gets no parts. */
export const BEHIND = 4;
export const BESIDE = 3;
export const RADIUS = 1.3;
/** Height on a rack at which its distance is measured, metres above its underside. */
export const MEASURED_AT = 1;

/** The same values for nearReach.glsl. */
export const REACH_DEFINES = {
  REACH_BEHIND: BEHIND.toFixed(1),
  REACH_BESIDE: BESIDE.toFixed(1),
  REACH_RADIUS: RADIUS.toFixed(1),
  REACH_MEASURED_AT: MEASURED_AT.toFixed(1),
};
