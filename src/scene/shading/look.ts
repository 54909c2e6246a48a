import type { Page } from '../../state/choice.ts';
import type { Look } from '../../views/look.ts';

/** Matt colours of materials in every look, sRGB hex. Muted, since orange marks new racks, and blue and red are cold and warm water. */
export const PALETTE = {
  paper: '#f4efe6',
  ground: '#cdcabb',
  lawn: '#d7d7c2',
  mown: '#ced1b6',
  field: '#d3cebc',
  pitchLight: '#c5cfae',
  pitchDark: '#bcc7a4',
  road: '#beb9b0',
  roadLine: '#f4efe6',
  slab: '#f0ebe2',
  floor: '#f6f3ec',
  floorLine: '#dfd9cd',
  /** Lines on floors in the plan. */
  floorLineOfPlan: '#e7e7e7',
  footprint: '#cdc5b6',
  wall: '#efeae0',
  roof: '#e6e0d5',
  plant: '#dad5ca',
  plantDark: '#6d6c6a',
  steel: '#b4b1ab',
  graphite: '#24282d',
  idle: '#b9b3a8',
  arrived: '#ff6a13',
  signal: '#ff6a13',
  cold: '#2f6fc4',
  warm: '#c8402f',
  bus: '#f2b01e',
  fibre: '#dfc887',
  skylight: '#bfd0db',
  tree: '#90a27c',
  circuit: '#2c5a45',
  module: '#1b2023',
  carrier: '#3c6b4c',
  silicon: '#59616f',
  nickel: '#c4c2bd',
  copper: '#c07a4e',
  gold: '#d0a84e',
};
/** The name of a colour of the palette. */
export type ColorName = keyof typeof PALETTE;

/** Daylight, like an architect's model. Strengths are shares of white. */
const DAYLIGHT = {
  zenith: '#bfd0db',
  horizon: '#ece6da',
  sky: '#dfe6ee',
  skyStrength: 0.72,
  ground: '#cdbfa9',
  groundStrength: 0.42,
  sun: '#fff1d8',
  sunStrength: 0.72,
  /** Degrees clockwise from north, and above the horizon. */
  sunBearing: 236,
  sunElevation: 40,
  /** Share of the ground's light that the sun's shadow removes, 0 to 1. */
  shadow: 0.36,
  /** Share that a contact shadow removes at the foot of a thing, 0 to 1. */
  contact: 0.42,
  /** Colour of cut walls. */
  cut: '#3a3d42',
  /** Light of a hall whose lamps are on, seen from outside, and from inside. */
  hall: '#ffffff',
  hallStrength: 0,
  hallStrengthInside: 0,
  /** Strength of the work lamp that replaces the sun inside a hall whose lamps are on; 0 to keep the sun. */
  workStrength: 0,
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
  /** Clear night: moon and lamps outside, lamps of racks inside. */
  night: {
    ...DAYLIGHT,
    zenith: '#060b16',
    horizon: '#14233b',
    sky: '#3f6db8',
    skyStrength: 0.075,
    ground: '#2c3b58',
    groundStrength: 0.08,
    sun: '#9db8e6',
    sunStrength: 0.065,
    shadow: 0.45,
    contact: 0.5,
    cut: '#0a0f18',
    hall: '#9dcbff',
    hallStrength: 0.36,
    hallStrengthInside: 0.065,
    workStrength: 0.13,
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
  skyStrength: 0.5,
  groundStrength: 0.3,
  sunStrength: 0.56,
  shadow: 0.46,
  contact: 0.5,
  cut: '#16181b',
};

/** The lighting of a look on a page's colour scheme. */
export function lightOf(look: Look, page: Page): Light {
  return look === 'model' && page === 'dark' ? ON_DARK : LIGHTS[look];
}
