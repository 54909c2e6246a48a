/** Colours and light of one look. Colours are sRGB hex; the sun is where the light comes from. */
export interface LookTokens {
  paper: string;
  ground: string;
  lawn: string;
  pitchLight: string;
  pitchDark: string;
  road: string;
  roadLine: string;
  slab: string;
  floor: string;
  floorLine: string;
  footprint: string;
  wall: string;
  cut: string;
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
  tree: string;
  person: string;
  zenith: string;
  horizon: string;
  skyLight: string;
  groundLight: string;
  sunLight: string;
  /** Degrees clockwise from north (the sun's bearing), and degrees above the horizon. */
  sunBearing: number;
  sunElevation: number;
  /** Share of the light on the ground that the sun's shadow takes away, 0 to 1. */
  shadow: number;
  /** Share that contact shade takes away at the foot of a thing, 0 to 1. */
  contact: number;
}

/** Daylight, an architect's model: paper, graphite, one orange. */
export const MODEL_LOOK: LookTokens = {
  paper: '#f4efe6',
  ground: '#ddd5c6',
  lawn: '#d3d2bb',
  pitchLight: '#bcc7a0',
  pitchDark: '#b3bf97',
  road: '#b3aca0',
  roadLine: '#f1ece2',
  slab: '#e9e3d8',
  floor: '#f3efe7',
  floorLine: '#d9d2c5',
  footprint: '#cfc6b6',
  wall: '#efe9dd',
  cut: '#3a3d42',
  roof: '#f1ebdf',
  plant: '#d8d2c6',
  plantDark: '#6d6c6a',
  steel: '#b9b6b0',
  graphite: '#24282d',
  idle: '#7d7a75',
  arrived: '#ff6a13',
  signal: '#ff6a13',
  cold: '#2f6fc4',
  warm: '#c8402f',
  bus: '#f2b01e',
  tree: '#a9b58c',
  person: '#3a3d42',
  zenith: '#c9d6de',
  horizon: '#efe8db',
  skyLight: '#dfe6ee',
  groundLight: '#cdbfa9',
  sunLight: '#fff1d8',
  sunBearing: 236,
  sunElevation: 36,
  shadow: 0.42,
  contact: 0.5,
};
