/**
 * The order in which a frame is drawn: nearest to the eye first, so that little is shaded twice. What stands is drawn with
 * depth; then each floor, from the raised ones down to the ground, gets its shadow into the frame's alpha and is painted
 * where it is still to be seen. Last of all the sky, and the alpha is made whole again.
 */
export const LAYER = {
  near: -1,
  racks: 0,
  boxes: 1,
  rods: 2,
  standing: 3,
  rackShadow: 10,
  footprints: 12,
  floors: 13,
  groundShadow: 14,
  glows: 15,
  ground: 16,
  sky: 20,
  solid: 30,
  drawing: 35,
  marker: 40,
} as const;
