/**
 * Where the eye is that a material is made for: `inside` of a hall, where walls and rows occlude most things, or `outside`, where the
 * shader leaves out the test because nothing is occluded.
 */
export type Vantage = 'inside' | 'outside';
export const VANTAGES: readonly Vantage[] = ['outside', 'inside'];

/** Rows of racks that can hide others at once: before and behind the eye, in two blocks. */
export const MOST_OCCLUDERS = 4;
