import { ANKLE, JOINTS } from '../../inventory/people/poses.ts';
import { type BodyPoint, HIP, type Holding, shoulderOf } from '../people/body.ts';

/** Lengths of limbs; thousandths of the height. */
const UPPER_ARM = 167;
const FOREARM = 151;
/** From the wrist to the middle of the palm. */
const PALM = 50;
const THIGH = 236;
const SHIN = 233;
/** Share of its length to which an arm stretches. */
const STRETCHED = 0.97;
/** How much lower the hips are: at most of who stands, at least of who kneels, and at most of who sits on a heel. */
const STANDING = 40;
const KNEELING = 236;
const LOWEST = 320;
/** The lean of who stands upright, and of who is as low as can be. */
const LEAN = { upright: 60, crouched: 190 } as const;
const STEP = 4;
/** Of who kneels: heights of the knee on the floor and of the ankle behind it, and how far ahead the other ankle is. */
const ON_FLOOR = 40;
const HEEL = 80;
const AHEAD = 170;

const SIDES = [0, 1] as const;
const apart = (a: BodyPoint, b: BodyPoint) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** The joint between two limbs of these lengths from one place to another, on the side that `towards` points to. */
export function joint(
  from: BodyPoint,
  to: BodyPoint,
  first: number,
  second: number,
  towards: BodyPoint,
): BodyPoint {
  const distance = apart(from, to);
  const way = to.map((each, axis) => (each - from[axis]!) / distance);
  const along = (first * first - second * second + distance * distance) / (2 * distance);
  const aside = Math.sqrt(Math.max(0, first * first - along * along));
  const part = towards.reduce((sum, each, axis) => sum + each * way[axis]!, 0);
  const across = towards.map((each, axis) => each - part * way[axis]!);
  const length = Math.hypot(...across) || 1;
  const at = (axis: 0 | 1 | 2) => from[axis] + way[axis]! * along + (across[axis]! / length) * aside;
  return [at(0), at(1), at(2)];
}

/** How somebody stands to hold these points (own frame, thousandths of their height), as upright as they can reach both, or nearly. */
export function holding(hands: readonly [BodyPoint, BodyPoint]): Holding {
  const most = (UPPER_ARM + FOREARM + PALM) * STRETCHED;
  const leanOf = (drop: number) => LEAN.upright + ((LEAN.crouched - LEAN.upright) * drop) / LOWEST;
  const missing = (drop: number) =>
    Math.max(0, ...SIDES.map((side) => apart(shoulderOf(side, leanOf(drop), drop), hands[side]) - most));
  let drop = 0;
  for (let lower = STEP; lower <= LOWEST && missing(drop) > 0; lower += STEP)
    if ((lower <= STANDING || lower >= KNEELING) && missing(lower) < missing(drop)) drop = lower;
  const lean = leanOf(drop);
  const arms = SIDES.map((side) => {
    const shoulder = shoulderOf(side, lean, drop);
    const elbow = joint(shoulder, hands[side], UPPER_ARM, FOREARM + PALM, [-0.2, -1, side ? 0.5 : -0.5]);
    const share = FOREARM / (FOREARM + PALM);
    const at = (axis: 0 | 1 | 2) => elbow[axis] + (hands[side][axis] - elbow[axis]) * share;
    return [elbow, [at(0), at(1), at(2)]] as const;
  });
  return { lean, drop, arms, legs: drop < KNEELING ? softLegs(drop) : kneelingLegs(drop) };
}

/** Both feet on the floor. */
function softLegs(drop: number) {
  return SIDES.map((side) => {
    const out = side ? 1 : -1;
    const [, , x = 0, y = 0] = JOINTS.standing.legs[side]!;
    const hip = [0, HIP[0] - drop, out * HIP[1]] as const;
    const ankle = [x + out * 34, y, out * (HIP[1] + 2)] as const;
    return [joint(hip, ankle, THIGH, SHIN, [1, 0, out * 0.1]), ankle] as const;
  });
}

/** On the left knee, the right foot ahead, so that the hips are between what stands on the floor. */
function kneelingLegs(drop: number) {
  const [high, aside] = [HIP[0] - drop, HIP[1]];
  const knee = Math.sqrt(THIGH ** 2 - (high - ON_FLOOR) ** 2);
  const ankle = knee - Math.sqrt(SHIN ** 2 - (HEEL - ON_FLOOR) ** 2);
  const foot = [AHEAD, ANKLE, aside + 14] as const;
  return [
    [[knee, ON_FLOOR, -aside - 4] as const, [ankle, HEEL, -aside] as const] as const,
    [joint([0, high, aside], foot, THIGH, SHIN, [0.3, 1, 0.25]), foot] as const,
  ];
}
