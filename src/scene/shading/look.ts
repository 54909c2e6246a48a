/** Colours and light of one look. Colours are sRGB hex; the sun is where the light comes from. */
export interface LookTokens {
  paper: string;
  ground: string;
  lawn: string;
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
  ground: '#cdcabb',
  lawn: '#dad8c8',
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
  cut: '#3a3d42',
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
  tree: '#90a27c',
  person: '#efe6d6',
  zenith: '#bfd0db',
  horizon: '#ece6da',
  skyLight: '#dfe6ee',
  groundLight: '#cdbfa9',
  sunLight: '#fff1d8',
  sunBearing: 236,
  sunElevation: 40,
  shadow: 0.36,
  contact: 0.42,
};
