/** The order of a frame's callbacks: each reads what those before it have written. All others come after these. */
export const CAMERA = -1;
/** What is near the eye. */
export const NEAR = -0.75;
/** The frame state of each campus, then the view's. */
export const FRAME_STATE = -0.5;
export const VIEW_STATE = -0.4;
