/**
 * The rear door of the rack that the eye stands behind: a leaf that turns about its outer edge, on the side that lies to the left of who
 * stands before the rack's front; and behind it, as deep as the door and the recess, room for manifolds and power. Assumed.
 */

/** Of the leaf, metres; the rest of the door's depth is a frame that stays. */
export const LEAF = 0.12;
/** From the frame's rear edge to the rears of the servers, metres. */
export const RECESS = 0.28;
/** How far it opens, radians. */
const OPEN = 2.05;
/** Metres behind the closed door: nobody stands farther away in an aisle, and who stands nearer would be hit by it. */
const FARTHEST = [1.7, 1.35] as const;
const CLOSEST = [0.64, 0.82] as const;
/** Metres beside the middle of the rack, as a share of half its width; and the cosine of looking straight at it. */
const ASIDE = [0.96, 0.55] as const;
const FACED = [0.72, 0.9] as const;

const smooth = ([from, to]: readonly [number, number], at: number) => {
  const share = Math.max(0, Math.min(1, (at - from) / (to - from)));
  return share * share * (3 - 2 * share);
};

/**
 * How far the door of a rack is open, radians: a function of where the eye is and where it looks, and of nothing else. `behind` and
 * `aside` are metres from the middle of the closed door, `faced` the cosine between the eye's way and the door, seen from above.
 */
export function doorAngle(behind: number, aside: number, faced: number, width: number): number {
  const place = smooth(FARTHEST, behind) * smooth(CLOSEST, behind);
  return OPEN * place * smooth(ASIDE, (Math.abs(aside) * 2) / width) * smooth(FACED, faced);
}
