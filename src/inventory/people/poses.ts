import type { Stance } from '../things/shapes.ts';

/** Joints, thousandths of a person's height: x forward, y up, z outward from the middle; left limb first. Assumed, after anatomy. */
interface Joints {
  /** How far the neck is in front of the hips. */
  lean: number;
  /** Knee and ankle: x, y of both. */
  legs: readonly (readonly number[])[];
  /** Elbow and wrist: x, y, z of both. */
  arms: readonly (readonly number[])[];
}

/** Height of the ankle of a foot that stands flat, thousandths of the person's height. */
export const ANKLE = 45;

const STANDING = {
  lean: 0,
  legs: [
    [-2, 278, -26, ANKLE],
    [2, 278, -23, ANKLE],
  ],
} as const;

export const JOINTS: Readonly<Record<Stance, Joints>> = {
  standing: {
    ...STANDING,
    arms: [
      [-16, 640, 115, 12, 492, 114],
      [-8, 640, 115, 22, 494, 110],
    ],
  },
  resting: {
    ...STANDING,
    arms: [
      [-34, 642, 115, -54, 540, 42],
      [-34, 642, 115, -58, 532, 40],
    ],
  },
  walking: {
    lean: 22,
    legs: [
      [88, 288, 140, ANKLE],
      [-20, 268, -165, 80],
    ],
    arms: [
      [-72, 655, 115, -58, 515, 112],
      [58, 646, 115, 138, 530, 110],
    ],
  },
  working: {
    lean: 70,
    legs: [
      [34, 274, 14, ANKLE],
      [-38, 272, -120, 62],
    ],
    arms: [
      [150, 690, 116, 262, 770, 78],
      [120, 660, 118, 248, 700, 92],
    ],
  },
};
