/** What something is made of, by name. The scene says which colour and finish each name has; nothing here knows. */
export type MaterialName =
  /** Buildings. */
  | 'wall'
  | 'facade'
  | 'roof'
  | 'roofing'
  | 'skylight'
  | 'litWindow'
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
  | 'pitchLight'
  | 'pitchDark'
  | 'road'
  | 'roadLine'
  | 'slab'
  | 'tree';

/** Whose light it is that lies on the ground and on walls at night. */
export type LightName = 'dock' | 'lamp' | 'hall' | 'flood';
