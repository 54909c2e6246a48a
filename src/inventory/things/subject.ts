/** What something in the picture is; the language files have a word for each. Racks, servers and GPUs come from the layout. */
export type SubjectKind =
  /** The plan of the machines. */
  | 'gpu'
  | 'server'
  | 'rack'
  | 'slot'
  /** Parts of a server. */
  | 'cold-plate'
  | 'hose'
  | 'cable'
  | 'handle'
  | 'slide'
  | 'rule'
  | 'switch-chip'
  | 'cpu'
  | 'memory'
  | 'network-card'
  | 'power-supply'
  /** Land. */
  | 'land'
  | 'field'
  | 'lawn'
  | 'hedge'
  | 'tree'
  | 'road'
  | 'parking'
  | 'car'
  | 'lamp'
  | 'pitch'
  | 'floodlight'
  | 'pad'
  /** Things of known size. */
  | 'person'
  | 'bus'
  | 'trailer'
  | 'container'
  | 'reference'
  /** Buildings. */
  | 'building'
  | 'wall'
  | 'roof'
  | 'skylight'
  | 'vent'
  | 'rooftop-unit'
  | 'dock'
  | 'apron'
  | 'entrance'
  | 'downpipe'
  | 'office'
  | 'column'
  | 'beam'
  /** Halls. */
  | 'hall-wall'
  | 'floor'
  | 'plenum'
  | 'ceiling'
  | 'light'
  | 'door'
  | 'stairs'
  | 'railing'
  | 'fibre-tray'
  | 'busway'
  | 'cable-ladder'
  | 'hanger'
  | 'tray-post'
  | 'tap-off'
  | 'fibre-drop'
  | 'tiles'
  | 'barrier'
  | 'pedestal'
  /** Galleries. */
  | 'gallery'
  | 'switchgear'
  | 'ups'
  | 'pipe'
  | 'pipe-support'
  | 'pump'
  /** The yard. */
  | 'chiller'
  | 'cooling-tower'
  | 'generator'
  | 'turbine'
  | 'battery'
  | 'transformer'
  | 'plant'
  | 'gantry'
  | 'conductor'
  | 'fence';

/** What a thing is, and where its figures come from. Things of one subject share one object. */
export interface Subject {
  readonly kind: SubjectKind;
  /**
   * Where its size and number come from: a catalogue entry (`catalogue/chiller`) or a part of the site document
   * (`buildings/main`, `halls/hall-1`, `zones/cooling`, `landscape/roads/0`, `landscape/trees`, `edge`). Missing if everything
   * about it is assumed.
   */
  readonly of?: string;
}
