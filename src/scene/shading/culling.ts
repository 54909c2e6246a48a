/** Where the eye is: `inside` a hall, where walls and rows hide most things, or `outside`, where shaders do not test for that. */
export type Vantage = 'inside' | 'outside';
export const VANTAGES: readonly Vantage[] = ['outside', 'inside'];

/** Most occluders at once: one on each side of the eye, in two blocks. */
export const MOST_OCCLUDERS = 4;

/** How far a hall's walls, and what hangs on them, stand around it, metres. */
export const WALLS = 0.7;
