/** Names of materials; the scene defines the colour and finish of each. */
export type MaterialName =
  /** Buildings. */
  | 'wall'
  | 'facade'
  | 'roof'
  | 'roofing'
  | 'skylight'
  | 'rooflight'
  | 'litWindow'
  | 'opening'
  | 'lamp'
  | 'ceilingLamp'
  | 'floor'
  /** Machines and metal. */
  | 'steel'
  | 'graphite'
  | 'plant'
  | 'plantDark'
  | 'paper'
  | 'fans'
  | 'darkFans'
  | 'paleFans'
  | 'ribbedSteel'
  | 'ribbedGraphite'
  | 'ribbedPlant'
  | 'ribbedPaper'
  | 'fibre'
  | 'fibreDuct'
  | 'cold'
  | 'warm'
  /** Vehicles. */
  | 'bus'
  | 'busBody'
  | 'container'
  /** Land. */
  | 'ground'
  | 'lawn'
  | 'mown'
  | 'field'
  | 'soil'
  | 'wood'
  | 'pitchLight'
  | 'pitchDark'
  | 'road'
  | 'roadLine'
  | 'slab'
  | 'worn'
  | 'tree';

/** Kinds of light on the ground and on walls at night. */
export type LightName = 'dock' | 'lamp' | 'hall' | 'flood';
