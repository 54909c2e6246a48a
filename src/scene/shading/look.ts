import type { Page } from '../../state/choice.ts';
import type { Look } from '../../views/look.ts';

/** Matt colours of materials in every look, sRGB hex. Muted, since orange marks new racks, and blue and red are cold and warm water. */
export const PALETTE = {
  paper: '#f4efe6',
  ground: '#8f907c',
  lawn: '#808a72',
  mown: '#7b866d',
  field: '#a9a18a',
  soil: '#85796a',
  wood: '#6c725e',
  pitchLight: '#879470',
  pitchDark: '#7d8a68',
  road: '#757577',
  roadLine: '#ebe6da',
  slab: '#b6b5b1',
  worn: '#a5a39e',
  floor: '#e2dfd8',
  floorLine: '#ccc7bd',
  /** Lines on floors in the plan. */
  floorLineOfPlan: '#e7e7e7',
  footprint: '#cdc5b6',
  wall: '#efeae0',
  roof: '#cbc9c4',
  plant: '#dad5ca',
  plantDark: '#6d6c6a',
  steel: '#b4b1ab',
  graphite: '#292e34',
  idle: '#b9b3a8',
  arrived: '#ff6a13',
  signal: '#ff6a13',
  cold: '#2f6fc4',
  warm: '#c8402f',
  /** Rubber of hoses for them. */
  coldHose: '#224f86',
  warmHose: '#8f2f22',
  bus: '#f2b01e',
  fibre: '#dfc887',
  skylight: '#bfd0db',
  tree: '#6c7758',
  circuit: '#1c4636',
  module: '#15191c',
  carrier: '#24503a',
  silicon: '#6a7080',
  nickel: '#cbcac7',
  copper: '#d68a5e',
  gold: '#e2b45c',
};
/** The name of a colour of the palette. */
export type ColorName = keyof typeof PALETTE;

/** Daylight, like an architect's model. Strengths are shares of white. */
const DAYLIGHT = {
  zenith: '#7ba4c8',
  horizon: '#dfe2dd',
  sky: '#bfcbdc',
  skyStrength: 0.56,
  ground: '#d2bc96',
  groundStrength: 0.34,
  sun: '#ffdfae',
  sunStrength: 1.55,
  /** Degrees clockwise from north, and above the horizon. */
  sunBearing: 236,
  sunElevation: 30,
  /** Share of lamps' light that their shadows take, 0 to 1. */
  shadow: 0.36,
  /** Share that a contact shadow removes at the foot of a thing, 0 to 1. */
  contact: 0.5,
  /** Colour of cut walls. */
  cut: '#3a3d42',
  /** Colour of a hall's lamps, and their strength on the floor right under them, seen from outside, and from inside. */
  hall: '#fff8ee',
  hallStrength: 0,
  hallStrengthInside: 0.8,
  /** Share of the sky's light that reaches the inside of a hall whose lamps are on. */
  skyInside: 0.62,
  /** Brightness of lamps, 1 in daylight. */
  lamp: 1,
  /** Strength of the light that new racks emit. */
  glow: 0.16,
  /** Colours of racks before and in service. */
  idle: PALETTE.idle,
  inService: PALETTE.graphite,
};
/** The lighting of a look. */
export type Light = Readonly<typeof DAYLIGHT>;

export const LIGHTS: Readonly<Record<Look, Light>> = {
  model: DAYLIGHT,
  /** Clear night without a moon: all light has a lamp that it comes from, but for a little from the sky, and a town's beyond the horizon. */
  night: {
    ...DAYLIGHT,
    zenith: '#03060d',
    horizon: '#344866',
    sky: '#567bb8',
    skyStrength: 0.014,
    ground: '#2c3b58',
    groundStrength: 0.02,
    sunStrength: 0,
    shadow: 0.86,
    contact: 0.5,
    cut: '#05080e',
    hall: '#e8f0ff',
    hallStrength: 0.74,
    hallStrengthInside: 0.2,
    skyInside: 0.06,
    lamp: 2.6,
    glow: 0.6,
  },
  /** The plan: no lighting, so every colour is shown as it is. */
  plan: {
    ...DAYLIGHT,
    zenith: '#ffffff',
    horizon: '#ffffff',
    sky: '#ffffff',
    skyStrength: 1,
    ground: '#ffffff',
    groundStrength: 1,
    sun: '#ffffff',
    sunStrength: 0,
    sunBearing: 0,
    sunElevation: 90,
    shadow: 0,
    contact: 0,
    cut: '#000000',
    hallStrengthInside: 0,
    skyInside: 1,
    lamp: 0,
    glow: 0,
    idle: '#bcbcbc',
    inService: '#444444',
  },
};

/** Whether lamps light the ground in a look and get a bloom, as at night. */
export const hasLampLight = (look: Look): boolean => LIGHTS[look].lamp > 1;

/** Daylight for a dark page: slightly dimmer, with dark ground and fog. */
const ON_DARK: Light = {
  ...DAYLIGHT,
  zenith: '#15191d',
  horizon: '#22272c',
  skyStrength: 0.4,
  groundStrength: 0.24,
  sunStrength: 1.1,
  contact: 0.5,
  cut: '#16181b',
};

/** The lighting of a look on a page's colour scheme. */
export function lightOf(look: Look, page: Page): Light {
  return look === 'model' && page === 'dark' ? ON_DARK : LIGHTS[look];
}
