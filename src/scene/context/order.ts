/** Priorities of a frame's callbacks, in order: each reads what those before it have written. All others come before {@link DRAWING}. */
export const BEGINNING = -100;
/** A changed resolution empties the canvas, so it changes in the callback that draws the picture. */
export const RESOLUTION = -2;
export const CAMERA = -1;
/** Near parts. */
export const NEAR = -0.75;
/** The frame state of each campus, then the view's. */
export const FRAME_STATE = -0.5;
export const VIEW_STATE = -0.4;
export const DRAWING = 100;
