import { smooth } from '../../inventory/query/sight.ts';

/**
 * The rear door of the rack behind which the eye is: a leaf hinged on the side that is on the left as seen from the rack's front. Behind
 * it is room for manifolds and power, as deep as the door and `RECESS`. Assumed.
 */

/** Thickness of the leaf, metres; the rest of the door's depth is a fixed frame. */
export const LEAF = 0.12;
/** From the rack's rear edge to the rears of the servers, metres. */
export const RECESS = 0.28;
/** Angle at which it is fully open, radians. */
const OPEN = 2.05;
/** Distances behind the closed door, metres: closed at the first, open at the second; beyond FARTHEST and within CLOSEST closed. */
const FARTHEST = [1.7, 1.35] as const;
const CLOSEST = [0.64, 0.82] as const;
/** The same for the distance beside the rack's middle, share of half its width, and for the cosine between the view and the door. */
const ASIDE = [0.96, 0.55] as const;
const FACED = [0.72, 0.9] as const;

const between = ([from, to]: readonly [number, number], at: number) => smooth((at - from) / (to - from));

/**
 * Angle of a rack's open door, radians; it depends only on the eye's pose. `behind` and `aside` are metres from the middle of the closed
 * door, `faced` the cosine between the view's direction and the door's, seen from above.
 */
export function doorAngle(behind: number, aside: number, faced: number, width: number): number {
  const place = between(FARTHEST, behind) * between(CLOSEST, behind);
  return OPEN * place * between(ASIDE, (Math.abs(aside) * 2) / width) * between(FACED, faced);
}
