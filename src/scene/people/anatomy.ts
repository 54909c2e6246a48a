/** Numbers of a body's colours; a hat has the colour of the vest's band, and eyes have that of the shoes. */
export const SKIN = 0;
export const HAIR = 1;
export const SHIRT = 2;
export const VEST = 3;
export const BAND = 4;
export const TROUSERS = 5;
export const SHOES = 6;

// Proportions are assumed, after general anatomy. Lengths are thousandths of a person's height.

/** Height, x of the centre, half depth, half width, colour. */
export type Level = readonly [y: number, x: number, deep: number, wide: number, paint?: number];
/** Part of a body in level rings: its colour, how many corners a ring has, how much narrower it is in front, and the rings. */
export type Part = readonly [paint: number, sides: number, taper: number, levels: readonly Level[]];

/** From the crotch to the neck; the vest's hem hangs over the trousers, and shoulders slope from the neck into the arms. */
export const TRUNK: Part = [
  TROUSERS,
  11,
  0.04,
  [
    [446, 0, 22, 34],
    [464, -4, 50, 68],
    [496, -8, 67, 91],
    [548, -6, 66, 93],
    [522, -4, 72, 101, VEST],
    [558, -2, 71, 97],
    [596, 0, 68, 92, BAND],
    [618, 0, 67, 91, VEST],
    [656, 2, 67, 92],
    [690, 4, 71, 98, BAND],
    [712, 5, 73, 102, VEST],
    [744, 3, 74, 107],
    [776, -2, 68, 109],
    [801, -8, 56, 103],
    [817, -11, 46, 87],
    [830, -13, 38, 62],
    [839, -12, 36, 46, SHIRT],
    [854, -10, 32, 36],
    [848, -9, 28, 31, SKIN],
    [884, -1, 28, 29],
  ],
];
export const HEAD: Part = [
  SKIN,
  12,
  0.16,
  [
    [862, 8, 24, 18],
    [867, 18, 37, 23],
    [879, 14, 46, 32],
    [891, 10, 50, 38],
    [919, 5, 54, 45],
    [934, 3, 52, 46],
    [946, 2, 57, 46],
    [968, -1, 55, 44],
    [986, -4, 40, 33],
    [996, -4, 0, 0],
  ],
];
/** Hair comes out of the head along the hairline. */
export const HAIR_CAP: Part = [
  HAIR,
  10,
  0.16,
  [
    [880, -32, 8, 26],
    [896, -29, 25, 39],
    [916, -23, 35, 47],
    [936, -15, 43, 50],
    [954, -12, 49, 50],
    [966, -4, 57, 49],
    [978, -3, 57, 46],
    [990, -5, 47, 38],
    [998, -6, 28, 22],
    [1001, -6, 0, 0],
  ],
];
export const TAIL: Part = [
  HAIR,
  6,
  0,
  [
    [968, -52, 4, 4],
    [958, -64, 16, 15],
    [930, -76, 15, 18],
    [890, -74, 13, 16],
    [852, -66, 0, 0],
  ],
];
export const HAT: Part = [
  BAND,
  11,
  0.16,
  [
    [955, 0, 54, 46],
    [953, 12, 78, 58],
    [960, 10, 74, 57],
    [968, -2, 66, 55],
    [988, -3, 61, 50],
    [1006, -3, 42, 35],
    [1016, -3, 0, 0],
  ],
];
/**
 * What is seen from near: the vest's open front, wide at the neck; nose, ears, brows and eyes. Each with its distance from the middle, if
 * there is one on both sides.
 */
export const DETAILS: readonly (readonly [z: number, part: Part])[] = [
  [
    0,
    [
      SHIRT,
      4,
      0,
      [
        [524, 68, 8, 3],
        [722, 76, 8, 4],
        [770, 69, 8, 9],
        [842, 18, 9, 34],
      ],
    ],
  ],
  [
    0,
    [
      SKIN,
      4,
      0,
      [
        [942, 54, 5, 5],
        [916, 61, 9, 10],
        [906, 55, 3, 6],
      ],
    ],
  ],
  [
    45,
    [
      SKIN,
      4,
      0,
      [
        [902, -4, 3, 2],
        [910, -5, 9, 7],
        [938, -9, 0, 0],
      ],
    ],
  ],
  [
    19,
    [
      HAIR,
      4,
      0,
      [
        [943, 50, 5, 13],
        [946, 51, 5, 12],
      ],
    ],
  ],
  [
    19,
    [
      SHOES,
      4,
      0,
      [
        [928, 47, 5, 7],
        [934, 47, 5, 8],
      ],
    ],
  ],
];

/** Start of arms and legs: height, and distance from the middle. */
export const SHOULDER = [806, 100] as const;
export const HIP = [512, 50] as const;

/** A limb's rings from joint to joint: share of the way, half depth, half width. */
export type Shares = readonly (readonly [share: number, deep: number, wide: number])[];
/** The arm begins inside the trunk and its vest: how far up and inwards of the shoulder, radii, and the sleeve's colour. */
export const ROOTS = [
  [-15, 38, 20, 20],
  [-17, 16, 31, 28],
  [-26, 3, 37, 33, SHIRT],
] as const;
export const UPPER_ARM: Shares = [
  [0.28, 37, 33],
  [0.46, 36, 31],
  [0.73, 32, 28],
  [0.89, 31, 29],
];
export const FOREARM: Shares = [
  [0.05, 29, 28],
  [0.4, 28, 26],
  [0.74, 23, 22],
  [0.86, 25, 24],
  [0.98, 21, 20],
];
export const THIGH: Shares = [
  [0, 60, 47],
  [0.14, 60, 51],
  [0.45, 57, 52],
  [0.86, 46, 43],
];
export const SHIN: Shares = [
  [0.06, 42, 40],
  [0.3, 44, 40],
  [0.7, 39, 36],
  [0.9, 37, 35],
  [1, 44, 39],
];
/** Along the palm from the wrist: position, half depth (its width), half width (its thickness). */
export const PALM = [
  [-14, 15, 13],
  [8, 18, 13],
  [32, 23, 13],
  [56, 22, 10],
  [64, 15, 4],
] as const;
/** The four fingers: across the palm from its middle, and how long. */
export const FINGERS = [
  [16, 44],
  [6, 50],
  [-5, 47],
  [-15, 37],
] as const;
/** Along a finger: share of its length, and radius. */
export const FINGER = [
  [-0.1, 6.8],
  [0.4, 6.6],
  [0.8, 5.8],
  [1.02, 1],
] as const;
/** How far fingers bend from knuckle to tip, radians: of a hand that hangs, and of one that holds. */
export const HANGING = 0.9;
export const HOLDING = 3.3;
export const THUMB = [
  [8, 12, 8],
  [34, 26, 8],
  [56, 30, 7],
  [68, 29, 1],
] as const;
/** Along a shoe from the ankle: x, height of its centre, half height, half width. */
export const SHOE = [
  [-36, 22, 6, 10],
  [-31, 26, 28, 24],
  [6, 28, 36, 27],
  [42, 18, 26, 29],
  [78, 12, 18, 31],
  [99, 10, 13, 22],
  [105, 8, 0, 0],
] as const;
/** How far ahead of the ankle the ball of a foot is, on which it turns as its heel rises. */
export const BALL = 66;
