/**
 * The order in which a frame is drawn. First everything with depth, nearest first, so that few pixels are shaded twice. Then the
 * floors, raised ones before the ground: shadows are written into the frame's alpha, then the floor is drawn where nothing covers
 * it. Last the sky, and alpha is set to 1 again.
 */
export const LAYER = {
  near: -1,
  racks: 0,
  boxes: 1,
  /** Under raised floors, before the pipes that lie lower. */
  floorBed: 1.5,
  rods: 2,
  standing: 3,
  rackShadow: 10,
  footprints: 12,
  floors: 13,
  /** What a floor mirrors, where the floor has been drawn. */
  images: 13.5,
  groundShadow: 14,
  glows: 15,
  /** Ground of the other campuses, drawn before the first one's land, which surrounds them. */
  otherGround: 15.5,
  ground: 16,
  sky: 20,
  solid: 30,
  drawing: 35,
  marker: 40,
} as const;
