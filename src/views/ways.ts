/** What is needed to move the eye past walls, in one chunk that is loaded with the first flight or zoom. */
export { pathBetween } from './path.ts';
export { enclosuresOf } from './walls.ts';
export { isWayBlocked, zoomStep } from './zoomStep.ts';
