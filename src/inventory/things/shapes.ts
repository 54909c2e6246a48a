import type { Pose } from '../../model/catalogueSchema.ts';
import type { LightName, MaterialName } from './materials.ts';
import type { Subject } from './subject.ts';

export { ALWAYS_FROM, ALWAYS_UNTIL } from '../../model/days.ts';

/**
 * What a view of the inside does with a box. `cut`: ends at the cutting plane, with a dark cap. `hollow`: a closed part of a
 * building, which a plan looks into. `roof`: stands only while the roof is on. `ceiling`: is there only for an eye inside of a
 * hall or under the roof.
 */
export type Cutaway = 'cut' | 'hollow' | 'roof' | 'ceiling';

/** Whatever stands or lies somewhere: it knows what it is. */
export interface Thing {
  subject: Subject;
}

/** An upright box. Metres, site frame. */
export interface Box extends Thing {
  x: number;
  /** Height of the underside above the slab. */
  y?: number;
  z: number;
  /** Along x, up, along z, before turning. */
  size: readonly [number, number, number];
  /** Radians about y. */
  heading?: number;
  material: MaterialName;
  cutaway?: Cutaway;
  /** Days on which it comes and goes; always there if not given. */
  from?: number;
  until?: number;
  /** Throws a shadow on the ground. */
  casts?: boolean;
  /** The day from which a hall's lamps shine on it; Infinity: never. Missing: it stands in no hall. */
  lit?: number;
  /** Too small to be seen from high above: not drawn for such an eye. */
  fine?: boolean;
}

/** A round bar from one point to another: a pipe, a stack, a wheel. Metres, site frame. */
export interface Rod extends Thing {
  from: readonly [number, number, number];
  to: readonly [number, number, number];
  radius: number;
  material: MaterialName;
  /** Days between which it stands; always if not given. */
  days?: readonly [number, number];
  /** The day from which a hall's lamps shine on it; missing: it stands in no hall. */
  lit?: number;
  /** Too small to be seen from high above: not drawn for such an eye. */
  fine?: boolean;
}

/** A tree: a round crown on a thin trunk. Metres, site frame. */
export interface Tree extends Thing {
  x: number;
  z: number;
  height: number;
}

/** How somebody stands: as the catalogue's people do, with the hands behind the back, or leaning over a server. */
export type Stance = Pose | 'resting' | 'serving';

/** Somebody's body, as it is drawn; looks along x before turning. Metres, site frame. */
export interface Body {
  x: number;
  y: number;
  z: number;
  height: number;
  /** Radians about y. */
  heading: number;
  pose: Stance;
  /** Works here, and is dressed for it. */
  staff?: boolean;
  /** The number of the hall that they stand in; missing: none. */
  hall?: number;
  /** The day from which there is a floor to stand on; always if not given. */
  from?: number;
  /** The day from which a hall's lamps shine on them; missing: they stand in no hall. */
  lit?: number;
}

/** A person with the space that the catalogue gives them: along x and z, before turning. */
export interface Person extends Body, Thing {
  length: number;
  width: number;
}

/** What throws a shadow besides racks and near parts. Metres, site frame. */
export type Caster = Pick<Box, 'x' | 'y' | 'z' | 'size' | 'heading' | 'from' | 'until' | 'cutaway'> & {
  /** Its shadow is that of a ball at its top: a tree's crown. */
  round?: boolean;
  /** Its shadow falls on the floor at its own foot, not on the ground. */
  raised?: boolean;
};

/** A rectangle on a surface: x and z on the ground, x and height or z and height on a wall; metres, site frame. */
export interface Patch {
  u0: number;
  v0: number;
  u1: number;
  v1: number;
}

/** Light that lies on the ground or a wall at night: full on its source, none beyond its reach. All strengths are assumed. */
export interface Glow {
  /** Which way the surface faces that light falls on: up, along z, along x. */
  onto: 'ground' | 'alongZ' | 'alongX';
  /** Third coordinate of the surface: height of the ground, z or x of a wall; metres. */
  at?: number;
  /** Where the light is full. */
  source: Patch;
  /** How far from there it ends, metres. */
  reach: number;
  /** What of all that is drawn; the source and its reach if not given. */
  within?: Patch;
  light: LightName;
  /** How bright it is in the middle: a share of white on the screen. */
  strength: number;
  /** The day from which it shines; always if not given. */
  from?: number;
}

/** A patch and as much around it, metres. */
export const spread = ({ u0, v0, u1, v1 }: Patch, reach: number): Patch => ({
  u0: u0 - reach,
  v0: v0 - reach,
  u1: u1 + reach,
  v1: v1 + reach,
});

/** The light around a lit rectangle that is cut open: four sides, so that nothing is drawn in the rectangle itself. */
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

/** A round pool of light under a lamp at a place on the ground. */
export const pool = (x: number, z: number, reach: number, light: LightName, strength: number): Glow => ({
  onto: 'ground',
  source: { u0: x, v0: z, u1: x, v1: z },
  reach,
  light,
  strength,
});
