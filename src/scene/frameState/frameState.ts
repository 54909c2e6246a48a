import type { Building, Hall, Rect, Site } from '../../model/site.ts';
import type { ServerOpening } from '../../views/serverOpening.ts';

/** A place in a campus's site frame, metres. */
export interface Place {
  x: number;
  y: number;
  z: number;
}

/** What the camera and the parts near the eye add to the frame state. Site frame, metres. */
export interface FrameInputs {
  /** Racks in here are left out of the picture, as a section leaves out what is in the way. */
  gap: Rect | undefined;
  open: ServerOpening | undefined;
  /** The rack whose rear door is open, and how far, radians. */
  door: { rackIndex: number; angle: number } | undefined;
  /** Metres from the eye up to which racks have parts that stand out; 0 where none have. */
  nearReach: number;
  /** How far the roof has to be lifted for an eye that flies through it: 0 where it may be closed, 1 where it has to be off. */
  roofLift: number;
}

/** Nothing is left out, open or near. */
export const NO_INPUTS: FrameInputs = {
  gap: undefined,
  open: undefined,
  door: undefined,
  nearReach: 0,
  roofLift: 0,
};

/** What one frame shows of a campus, besides its things: worked out once a frame, then only read. Site frame, metres. */
export interface FrameState extends FrameInputs {
  day: number;
  /** Where the eye is, also while it is with another campus. */
  eye: Place;
  /** 0: the roof over the halls is off; 1: on. */
  roof: number;
  /** The hall that encloses the eye. */
  hall: Hall | undefined;
  /** 1 while a hall encloses the eye: walls at full height, ceiling and lights on; 0 outside. */
  inside: number;
  /** The lamps burn in the hall that encloses the eye, or did last. */
  isLit: boolean;
  /** Walls end at this height above the slab. */
  cut: number;
  /** How much of its lamps a hall's floor reflects, 0 to 1. */
  mirror: number;
  /** Something is still on its way: another frame is wanted. */
  isMoving: boolean;
}

/** The state before the first frame. */
export const FIRST_FRAME: FrameState = {
  ...NO_INPUTS,
  day: 0,
  eye: { x: 0, y: 0, z: 0 },
  roof: 0,
  hall: undefined,
  inside: 0,
  isLit: false,
  cut: 0,
  mirror: 0,
  isMoving: false,
};

/** What the next frame follows from, besides the one before. */
export interface FrameChange {
  site: Site;
  inputs: FrameInputs;
  day: number;
  eye: Place;
  /** The viewer is with this campus: its halls enclose the eye. */
  isMain: boolean;
  isPlan: boolean;
  /** The viewer wants the roof on. */
  wantsRoof: boolean;
  /** Seconds since the frame before; Infinity where nothing may move. */
  seconds: number;
  /** Height at which walls are cut while the roof is off, metres above the slab. */
  openCut: number;
  /** There is time for reflections. */
  isFine: boolean;
  /** Whether a hall's walls stand, and whether its lamps burn, on the day. */
  isEnclosed(hall: Hall): boolean;
  isLit(hall: Hall): boolean;
}

/** Seconds in which the roof comes on or off, and in which eyes get used to a hall. */
const ROOF_SECONDS = 0.9;
const INSIDE_SECONDS = 0.5;
/** The largest share of such a change in one frame: the first frame after a rest must not skip it. */
const LARGEST_STEP = 0.2;

/** Works out the next frame's state. */
export function nextFrame(before: FrameState, change: FrameChange): FrameState {
  const { site, inputs, day, eye, isMain, isPlan, wantsRoof, seconds, openCut, isFine } = change;
  const hall = isMain ? site.halls.find((each) => isInside(each, eye) && change.isEnclosed(each)) : undefined;
  // Before its walls stand, and between the halls, one is in the building as it is: under its roof.
  const isRoofed = isMain && !isPlan && !hall && site.buildings.some((each) => isUnder(each, eye));
  const wanted = towards(before.roof, wantsRoof || isRoofed ? 1 : 0, seconds / ROOF_SECONDS);
  const roof = Math.min(wanted, 1 - inputs.roofLift);
  const inside = towards(before.inside, hall ? 1 : 0, seconds / INSIDE_SECONDS);
  // Every pixel of a floor pays for its reflections, also behind the racks: none where there is no time for them.
  const reflects = hall !== undefined && inside === 1 && !isPlan && isFine;
  const mirror = reflects ? towards(before.mirror, 1, seconds / INSIDE_SECONDS) : 0;
  const eave = Math.max(...site.buildings.map((building) => building.eave));
  return {
    ...inputs,
    day,
    eye,
    roof,
    hall,
    inside,
    isLit: hall ? change.isLit(hall) : before.isLit,
    cut: openCut + (eave - openCut) * Math.max(roof, inside),
    mirror,
    isMoving: roof !== before.roof || inside !== before.inside || (reflects && mirror !== before.mirror),
  };
}

/** Distance at which fog has taken half of a colour for an eye near the ground; and for one far away, as a share of its own distance. */
const FOG = 2600;
const FOG_SHARE = 3.6;
const NO_FOG = 1e9;

/**
 * Distance at which fog has taken half of a colour, metres, for an eye so far from the middle. From far away one looks down through
 * clear air; a plan has no fog.
 */
export function fogDistance(isPlan: boolean, eyeDistance: number): number {
  return isPlan ? NO_FOG : Math.max(FOG, eyeDistance * FOG_SHARE);
}

/** A step from a value towards its goal; arrives exactly. */
function towards(value: number, goal: number, step: number): number {
  const apart = goal - value;
  const most = Number.isFinite(step) ? Math.min(step, LARGEST_STEP) : step;
  return Math.abs(apart) <= most ? goal : value + Math.sign(apart) * most;
}

/** Whether an eye is between the walls of a hall and below its ceiling. */
function isInside({ rect, floorY, height }: Hall, { x, y, z }: Place): boolean {
  return y < floorY + height - 0.3 && x > rect.x0 && x < rect.x1 && z > rect.z0 && z < rect.z1;
}

/** Whether an eye is in a building, below its beams. */
function isUnder({ rect, clear }: Building, { x, y, z }: Place): boolean {
  return y < clear - 0.5 && x > rect.x0 && x < rect.x1 && z > rect.z0 && z < rect.z1;
}
