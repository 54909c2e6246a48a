import type { Pose } from '../../model/catalogueSchema.ts';
import type { LightName, MaterialName } from './materials.ts';
import type { Subject } from './subject.ts';

export { ALWAYS_FROM, ALWAYS_UNTIL } from '../../model/days.ts';

/**
 * How a box is drawn when the building is cut open. `cut`: ends at the cutting plane, with a dark cap. `hollow`: a closed part of
 * a building, left out of plans that cut it. `roof`: drawn only while the roof is on. `ceiling`: drawn only if the eye is inside
 * a hall or under the roof.
 */
type Cutaway = 'cut' | 'hollow' | 'roof' | 'ceiling';

/** Anything in the inventory. */
export interface Thing {
  subject: Subject;
}

/** A point of the site frame, metres. */
export type Point = readonly [x: number, y: number, z: number];

/** An upright box. Metres, site frame. */
export interface Box extends Thing {
  x: number;
  /** Height of the underside above the ground; 0 by default. */
  y?: number;
  z: number;
  /** Along x, up, along z, before turning. */
  size: readonly [number, number, number];
  /** Radians about y. */
  heading?: number;
  material: MaterialName;
  cutaway?: Cutaway;
  /** First day on which it stands, and day on which it is removed; always by default. */
  from?: number;
  until?: number;
  /** Casts a shadow on the ground. */
  casts?: boolean;
  /** The day from which a hall's lamps light it, Infinity for never; missing outside halls. */
  lit?: number;
  /** Not drawn if the eye is high above; see `HIGH`. */
  fine?: boolean;
}

/** A round bar from one point to another: a pipe, a stack, a wheel. Metres, site frame. */
export interface Rod extends Thing {
  from: Point;
  to: Point;
  radius: number;
  material: MaterialName;
  /** First day on which it stands, and day on which it is removed; always by default. */
  days?: readonly [number, number];
  /** The day from which a hall's lamps light it; missing outside halls. */
  lit?: number;
  /** Not drawn if the eye is high above; see `HIGH`. */
  fine?: boolean;
}

/** A tree: a crown on a thin trunk, of a kind that its place decides. Metres, site frame. */
export interface Tree extends Thing {
  x: number;
  z: number;
  height: number;
}

/** A person's pose: one of the catalogue's, or `resting` with the hands behind the back. */
export type Stance = Pose | 'resting';

/** A person's body; faces along x before turning. Metres, site frame. */
export interface Body {
  x: number;
  y: number;
  z: number;
  height: number;
  /** Radians about y. */
  heading: number;
  pose: Stance;
  /** Dressed as staff. */
  staff?: boolean;
  /** Number of the hall in which they stand; missing outside halls. */
  hall?: number;
  /** First day on which they are there; always by default. */
  from?: number;
  /** The day from which a hall's lamps light them; missing outside halls. */
  lit?: number;
}

/** A person with their size from the catalogue: along x and z before turning, metres. */
export interface Person extends Body, Thing {
  length: number;
  width: number;
}

/** Anything that casts a shadow, except racks and near parts. Metres, site frame. */
export type Caster = Pick<Box, 'x' | 'y' | 'z' | 'size' | 'heading' | 'from' | 'until' | 'cutaway'> & {
  /** Casts the shadow of a tree's crown at its top. */
  round?: boolean;
  /** Its shadow falls on the floor on which it stands, not on the ground. */
  raised?: boolean;
};

/** A rectangle on a surface: x and z on the ground, x and height or z and height on a wall; metres, site frame. */
export interface Patch {
  u0: number;
  v0: number;
  u1: number;
  v1: number;
}

/** Light on the ground or a wall at night: full on its source, fading to none at its reach. All strengths are assumed. */
export interface Glow {
  /** Direction that the lit surface faces: up, along z, along x. */
  onto: 'ground' | 'alongZ' | 'alongX';
  /** Third coordinate of the surface: height of the ground, z or x of a wall; metres. */
  at?: number;
  /** The rectangle on which the light is full. */
  source: Patch;
  /** Distance from the source at which it ends, metres. */
  reach: number;
  /** The rectangle that is drawn; by default the source and its reach. */
  within?: Patch;
  light: LightName;
  /** Brightness in the middle, share of white on the screen. */
  strength: number;
  /** The day from which it shines; always by default. */
  from?: number;
}

/** A function from metres along and across a thing to x and z of the site frame. */
export function turned({ x, z, heading }: { x: number; z: number; heading: number }) {
  const [c, s] = [Math.cos(heading), Math.sin(heading)];
  return (along: number, across: number): [x: number, z: number] => [
    x + c * along + s * across,
    z + c * across - s * along,
  ];
}

/** x and z of the middle of a glow's source; site frame, metres. */
export function middleOf({ onto, at = 0, source: { u0, u1, v0, v1 } }: Glow): [x: number, z: number] {
  const u = (u0 + u1) / 2;
  return onto === 'ground' ? [u, (v0 + v1) / 2] : onto === 'alongZ' ? [u, at] : [at, u];
}

/** A patch grown by `reach` metres on every side. */
export const spread = ({ u0, v0, u1, v1 }: Patch, reach: number): Patch => ({
  u0: u0 - reach,
  v0: v0 - reach,
  u1: u1 + reach,
  v1: v1 + reach,
});

/** The light around a rectangle, as four patches that leave out the rectangle itself. */
export function lightAround(glow: Glow): Glow[] {
  const { source, reach } = glow;
  const { u0, v0, u1, v1 } = spread(source, reach);
  return [
    { u0, v0, u1, v1: source.v0 },
    { u0, v0: source.v1, u1, v1 },
    { u0, v0: source.v0, u1: source.u0, v1: source.v1 },
    { u0: source.u1, v0: source.v0, u1, v1: source.v1 },
  ].map((within) => ({ ...glow, within }));
}

/** A round pool of light on the ground under a lamp at x, z. */
export const pool = (x: number, z: number, reach: number, light: LightName, strength: number): Glow => ({
  onto: 'ground',
  source: { u0: x, v0: z, u1: x, v1: z },
  reach,
  light,
  strength,
});
