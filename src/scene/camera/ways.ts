/** What is needed to move the eye past walls, in one chunk that is loaded with the first flight or zoom. */
export { pathBetween } from '../../views/path.ts';
export { siteUnder } from './siteUnder.ts';
export { enclosuresOf } from '../../views/walls.ts';
export { isWayBlocked, zoomStep } from '../../views/zoomStep.ts';
