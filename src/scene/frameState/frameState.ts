import { hallsOf } from '../../layout/parcels.ts';
import { isWithin } from '../../model/rect.ts';
import type { Building, Hall, Rect, Site } from '../../model/site.ts';
import type { Campus } from '../../timeline/campus.ts';
import type { ServerOpening } from '../../views/serverOpening.ts';

/** A point of the site frame, metres. */
export interface Position {
  x: number;
  y: number;
  z: number;
}

/** What the camera and the parts near the eye add to the frame state. Site frame, metres. */
export interface FrameInputs {
  /** The parcel whose frame the camera's inputs are of. */
  parcel: Campus | undefined;
  /** Racks in this rectangle are not drawn, because they would be in the way. */
  gap: Rect | undefined;
  open: ServerOpening | undefined;
  /** The rack whose rear door is open, and how far, radians. */
  door: { rackIndex: number; angle: number } | undefined;
  /** Distance from the eye within which racks have near parts, metres; 0 for none. */
  nearReach: number;
  /** How far the roof has to be lifted for the eye to fly through: 0 closed, 1 off. */
  roofLift: number;
}

/** No gap, no open door, no near parts. */
export const NO_INPUTS: FrameInputs = {
  parcel: undefined,
  gap: undefined,
  open: undefined,
  door: undefined,
  nearReach: 0,
  roofLift: 0,
};

/** The inputs of one parcel: the camera's if they are of its frame, the near parts' of the main one; the roof is lifted over all of a campus. */
export function inputsOf(
  { parcel, gap, open, door, nearReach, roofLift }: FrameInputs,
  to: { parcel: Campus; isCurrent: boolean; isMain: boolean },
): FrameInputs {
  if (!to.isCurrent) return NO_INPUTS;
  return {
    ...NO_INPUTS,
    roofLift,
    ...(parcel?.layout === to.parcel.layout && { gap, open }),
    ...(to.isMain && { door, nearReach }),
  };
}

/** How one frame shows a parcel of a campus; computed once a frame, then only read. Site frame, metres. */
export interface FrameState extends FrameInputs {
  day: number;
  /** Position of the eye. */
  eye: Position;
  /** 0: the roof over the halls is off; 1: on. */
  roof: number;
  /** The hall that encloses the eye. */
  hall: Hall | undefined;
  /** 1 while a hall encloses the eye: walls at full height, ceiling and lights on; 0 outside. */
  inside: number;
  /** Whether the lamps are on in the hall that encloses the eye, or that enclosed it last. */
  isLit: boolean;
  /** Height at which walls are cut, metres above the slab. */
  cut: number;
  /** Strength of reflections in a hall's floor, 0 to 1. */
  mirror: number;
  /** Whether a change is still under way, so that another frame is needed. */
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

/** Inputs of the next frame's state, besides the previous state. */
export interface FrameChange {
  site: Site;
  inputs: FrameInputs;
  day: number;
  eye: Position;
  /** Whether it is of the current campus, whose halls can enclose the eye. */
  isCurrent: boolean;
  isPlan: boolean;
  /** Whether the viewer has chosen the roof to be on. */
  wantsRoof: boolean;
  /** Seconds since the previous frame; Infinity if changes must be instant. */
  seconds: number;
  /** Height at which walls are cut while the roof is off, metres above the slab. */
  openCut: number;
  /** Whether there is time to draw reflections. */
  isFine: boolean;
  /** Whether a hall's walls stand, and whether its lamps are on, on the day. */
  isEnclosed(hall: Hall): boolean;
  isLit(hall: Hall): boolean;
}

/** Seconds in which the roof comes on or off, and in which the light changes on entering a hall. */
const ROOF_SECONDS = 0.9;
const INSIDE_SECONDS = 0.5;
/** Largest share of such a change in one frame, so that the first frame after a pause does not skip it. */
const LARGEST_STEP = 0.2;

/** Computes the next frame's state. */
export function nextFrame(before: FrameState, change: FrameChange): FrameState {
  const { site, inputs, day, eye, isCurrent, isPlan, wantsRoof, seconds, openCut, isFine } = change;
  const hall = isCurrent
    ? hallsOf(site).find((each) => isInside(each, eye) && change.isEnclosed(each))
    : undefined;
  // Inside a building but in no enclosed hall, show the roof.
  const isRoofed = isCurrent && !isPlan && !hall && site.buildings.some((each) => isUnder(each, eye));
  const wanted = towards(before.roof, wantsRoof || isRoofed ? 1 : 0, seconds / ROOF_SECONDS);
  const roof = Math.min(wanted, 1 - inputs.roofLift);
  const inside = towards(before.inside, hall ? 1 : 0, seconds / INSIDE_SECONDS);
  // Reflections cost time in every pixel of a floor, so leave them out on slow machines.
  const reflects = hall !== undefined && inside === 1 && !isPlan && isFine;
  const mirror = reflects ? towards(before.mirror, 1, seconds / INSIDE_SECONDS) : 0;
  const eave = Math.max(0, ...site.buildings.map((building) => building.eave));
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

/** Distance at which fog takes half of a colour: least, metres; and as a multiple of the eye's distance. */
const FOG = 1620;
const FOG_SHARE = 3;
const NO_FOG = 1e9;

/** Distance at which fog takes half of a colour, metres; it grows with the eye's distance to keep far views clear. A plan has no fog. */
export function fogDistance(isPlan: boolean, eyeDistance: number): number {
  return isPlan ? NO_FOG : Math.max(FOG, eyeDistance * FOG_SHARE);
}

/** Moves a value towards a goal by at most `step`; arrives exactly. */
function towards(value: number, goal: number, step: number): number {
  const apart = goal - value;
  const most = Number.isFinite(step) ? Math.min(step, LARGEST_STEP) : step;
  return Math.abs(apart) <= most ? goal : value + Math.sign(apart) * most;
}

/** Whether an eye is between the walls of a hall and below its ceiling. */
function isInside({ rect, floorY, height }: Hall, { x, y, z }: Position): boolean {
  return y < floorY + height - 0.3 && isWithin(rect, x, z);
}

/** Whether an eye is in a building, below its beams. */
function isUnder({ rect, clear }: Building, { x, y, z }: Position): boolean {
  return y < clear - 0.5 && isWithin(rect, x, z);
}
