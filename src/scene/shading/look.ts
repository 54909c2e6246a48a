import type { Look, Page } from '../../state/choice.ts';

/** What things are made of: matt colours, sRGB hex. The same in every look; a look is the light on them. */
export interface Palette {
  paper: string;
  ground: string;
  lawn: string;
  mown: string;
  field: string;
  pitchLight: string;
  pitchDark: string;
  road: string;
  roadLine: string;
  slab: string;
  floor: string;
  floorLine: string;
  footprint: string;
  wall: string;
  roof: string;
  plant: string;
  plantDark: string;
  steel: string;
  graphite: string;
  idle: string;
  arrived: string;
  signal: string;
  cold: string;
  warm: string;
  bus: string;
  fibre: string;
  skylight: string;
  tree: string;
  circuit: string;
  module: string;
  carrier: string;
  silicon: string;
  nickel: string;
  copper: string;
  gold: string;
}

/** Paper, graphite, one orange; blue and red are cold and warm water. */
export const PALETTE: Palette = {
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

/** The light of one look. Strengths are shares of what a white surface gives back. */
export interface Light {
  zenith: string;
  horizon: string;
  sky: string;
  skyStrength: number;
  ground: string;
  groundStrength: number;
  sun: string;
  sunStrength: number;
  /** Degrees clockwise from north, and above the horizon. */
  sunBearing: number;
  sunElevation: number;
  /** Share of the light on the ground that the sun's shadow takes away, 0 to 1. */
  shadow: number;
  /** Share that contact shadow takes away at the foot of a thing, 0 to 1. */
  contact: number;
  /** Where walls are cut. */
  cut: string;
  /** Light of a hall whose lamps are on, seen from outside, and for an eye inside of it. */
  hall: string;
  hallStrength: number;
  hallStrengthInside: number;
  /** What an eye in a hall has instead of the sun, where that has lamps that burn: a work lamp, high and from one side. 0: the sun. */
  workStrength: number;
  /** How bright the racks' lamps are against daylight. */
  lamp: number;
  /** Of new racks, which glow a little by themselves. */
  glow: number;
  /** 0: matt things in this light; 1: a drawing, white with black edges, seen from straight above. */
  ink: number;
  /** A rack from above before and after it is in service. */
  idle: string;
  inService: string;
}

export const LIGHTS: Readonly<Record<Look, Light>> = {
  /** Daylight, an architect's model. */
  model: {
    zenith: '#bfd0db',
    horizon: '#ece6da',
    sky: '#dfe6ee',
    skyStrength: 0.72,
    ground: '#cdbfa9',
    groundStrength: 0.42,
    sun: '#fff1d8',
    sunStrength: 0.72,
    sunBearing: 236,
    sunElevation: 40,
    shadow: 0.36,
    contact: 0.42,
    cut: '#3a3d42',
    hall: '#ffffff',
    hallStrength: 0,
    hallStrengthInside: 0,
    workStrength: 0,
    lamp: 1,
    glow: 0.16,
    ink: 0,
    idle: PALETTE.idle,
    inService: PALETTE.graphite,
  },
  /** A clear night: the moon and lamps outside, the machines' own light inside. */
  night: {
    zenith: '#060b16',
    horizon: '#14233b',
    sky: '#3f6db8',
    skyStrength: 0.075,
    ground: '#2c3b58',
    groundStrength: 0.08,
    sun: '#9db8e6',
    sunStrength: 0.065,
    sunBearing: 236,
    sunElevation: 40,
    shadow: 0.45,
    contact: 0.5,
    cut: '#0a0f18',
    hall: '#9dcbff',
    hallStrength: 0.36,
    hallStrengthInside: 0.065,
    workStrength: 0.13,
    lamp: 2.6,
    glow: 0.6,
    ink: 0,
    idle: PALETTE.idle,
    inService: PALETTE.graphite,
  },
  /** No light at all: white paper, on which every colour comes out as it is. */
  plan: {
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
    hall: '#ffffff',
    hallStrength: 0,
    hallStrengthInside: 0,
    workStrength: 0,
    lamp: 0,
    glow: 0,
    ink: 1,
    idle: '#bcbcbc',
    inService: '#444444',
  },
};

/** Daylight for a dark page: the same model on a dark table, a little less bright, in air that is dark. */
const ON_DARK: Light = {
  ...LIGHTS.model,
  zenith: '#15191d',
  horizon: '#22272c',
  skyStrength: 0.5,
  groundStrength: 0.3,
  sunStrength: 0.56,
  shadow: 0.46,
  contact: 0.5,
  cut: '#16181b',
};

/** The light of a look on a page. */
export function lightOf(look: Look, page: Page): Light {
  return look === 'model' && page === 'dark' ? ON_DARK : LIGHTS[look];
}
