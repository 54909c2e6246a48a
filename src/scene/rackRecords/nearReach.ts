/** Racks that can be near at once. */
export const MOST_NEAR = 16;
/** Metres from the eye at which parts begin to stand out of the faces, at most, in a picture 1080 pixels high: finer ones sparkle. */
export const NEAR_FROM = 11;
export const NEAR_LINES = 1080;
/**
 * A rack counts as farther away by so many metres for every metre that it lies behind the eye, or beside all that the picture shows by
 * more than its own radius, metres: parts that nobody sees are no parts.
 */
export const BEHIND = 4;
export const BESIDE = 3;
export const RADIUS = 1.3;
/** Where on a rack its distance is measured, metres above its foot. */
export const MEASURED_AT = 1;

/** The same for nearReach.glsl. */
export const REACH_DEFINES = {
  REACH_BEHIND: BEHIND.toFixed(1),
  REACH_BESIDE: BESIDE.toFixed(1),
  REACH_RADIUS: RADIUS.toFixed(1),
  REACH_MEASURED_AT: MEASURED_AT.toFixed(1),
};
