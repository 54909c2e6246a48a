/**
 * Where an eye is that a material is made for: between the walls of a hall, where most is occluded, or anywhere else, where
 * nothing is and nobody should pay for asking.
 */
export type Vantage = 'inside' | 'outside';
export const VANTAGES: readonly Vantage[] = ['outside', 'inside'];

/** Rows of racks that can hide others at once: before and behind the eye, in two blocks. */
export const MOST_OCCLUDERS = 4;
