/**
 * The order in which a frame is drawn. The ground and the floors lie at the bottom and are painted one over the other
 * without depth; each first gets its shade in the frame's alpha. What has depth comes after, and last of all the alpha is
 * made whole again.
 */
export const LAYER = {
  groundShade: 0,
  ground: 1,
  floorReset: 2,
  rackShade: 3,
  floor: 4,
  footprints: 5,
  lettering: 6,
  racks: 10,
  boxes: 11,
  rods: 12,
  standing: 13,
  sky: 20,
  solid: 30,
  marker: 40,
} as const;
