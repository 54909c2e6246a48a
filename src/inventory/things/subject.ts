/** What something in the picture is, by name; its words are those of a language file. Racks, servers and GPUs are told from the layout. */
export type SubjectKind =
  /** The plan of the machines. */
  | 'gpu'
  | 'server'
  | 'rack'
  | 'slot'
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

/** What a thing is and what it rests on. Things of one subject share one object. */
export interface Subject {
  readonly kind: SubjectKind;
  /**
   * What its size and number rest on: a catalogue entry (`catalogue/chiller`) or a part of the site document
   * (`buildings/main`, `halls/hall-1`, `zones/cooling`, `landscape/roads/0`, `landscape/trees`, `edge`). Missing: all about
   * it is assumed.
   */
  readonly of?: string;
}
