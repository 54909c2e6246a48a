import type { Catalogue } from './catalogue.ts';
import type { CatalogueEntry, Cooling } from './catalogueSchema.ts';
import type { DocumentSentences } from './documentTexts.ts';
import type { CurvePoint, GrowthDocument, HallType, SiteDocument, UnitGroup } from './schema.ts';

export { resolveSite } from './resolveSite.ts';
export type { SiteDocument } from './schema.ts';

/** Most bytes of a site document. */
export const MOST_BYTES = 1_048_576;

/** One entry of a list of the document. */
type EntryOf<List extends 'buildings' | 'zones' | 'milestones'> = NonNullable<SiteDocument[List]>[number];

/** A rectangle on the ground, site frame, metres. */
export interface Rect {
  x0: number;
  x1: number;
  z0: number;
  z1: number;
}

/** A kind of rack. Metres; heights are from the floor that it stands on. */
export interface RackKind {
  id: string;
  name: string;
  role: NonNullable<CatalogueEntry['role']>;
  /** Size without the rear door, which adds `rearDoor` to the depth. */
  width: number;
  depth: number;
  height: number;
  rearDoor: number;
  heightU: number;
  /** From the floor to the bottom of U1. */
  base: number;
  /** Servers of a full rack; 0 if their number is not public, and for racks of switches. */
  servers: number;
  gpusPerServer: number;
  /**
   * Slots from the bottom, rack units; servers fill them from the bottom, and from the left where a slot has several columns. With 0
   * `servers` they hold switches, storage or CPU servers.
   */
  serverSlots: { startU: number; heightU: number; columns: number }[];
  /** Most servers that stand side by side in a slot. */
  columns: number;
  /** The same slots as evenly spaced runs, from the bottom; an NVL72 has two, above and below its switches. */
  slotRuns: SlotRun[];
  /** Height of the coolant distribution unit at the bottom of the rack, rack units; 0 for none. */
  cduU: number;
  cooling: Cooling;
  isLiquidCooled: boolean;
  /** How its servers are cooled. */
  serverCooling: Cooling;
  blades: NonNullable<CatalogueEntry['blades']>;
  /** Undefined where the document does not say. */
  rearPower: CatalogueEntry['rearPower'];
  /** Trays besides the servers, from the bottom, rack units. */
  trays: { holds: 'switch' | 'power' | 'cooling'; startU: number; heightU: number }[];
  /** The same trays in the runs that the document gives. */
  trayRuns: NonNullable<CatalogueEntry['trays']>;
  massKg: number;
  /** Peak power, watts: the rack's own figure, or else the sum of its servers and what it holds. */
  peakW: number;
  /** What is inside of its servers; undefined where the document does not say. */
  parts: CatalogueEntry['parts'];
  /** Catalogue ids; `accelerator` is that of its servers, or of racks in halls that name none. */
  server?: string;
  accelerator?: string;
  /** The server's entry names the accelerator, so a hall's choice does not apply. */
  isAcceleratorBuiltIn: boolean;
}

/** Slots of one height at equal distances, rack units. */
export interface SlotRun {
  startU: number;
  heightU: number;
  count: number;
  /** From the bottom of one to the bottom of the next. */
  stepU: number;
}

/** One place of a row: a rack kind or `spare`, and the number of servers in it. Shared by all rows of the same plan. */
export interface RackPlace {
  kind: string;
  /** Index into the site's rack kinds, -1 for a spare place. */
  kindIndex: number;
  servers: number;
}

/** A row of places, from west to east. */
export interface RowPlan {
  /** West end and northern edge of the band from fronts to rear doors, site frame, metres. */
  x0: number;
  z0: number;
  /** Size of the band, metres. */
  width: number;
  depth: number;
  /** Degrees: 0 if fronts face south, 180 if north. */
  heading: 0 | 180;
  racks: readonly RackPlace[];
  /** West edges of the places and the east edge of the last, metres from `x0`; one more than places. Shared. */
  placeX: Float64Array;
}

export interface Aisle {
  kind: 'cold' | 'rear' | 'centre' | 'side' | 'perimeter';
  rect: Rect;
}

/** A data hall. A site's halls are in the order in which they fill. */
export interface Hall {
  id: string;
  /** The document's name for it; without one it is called by its number. */
  name?: string;
  /** 1-based. */
  number: number;
  building: string;
  /** That of its building. */
  turn: number;
  type: string;
  /** Inside of the walls, perimeter strip included. */
  rect: Rect;
  /** Top of the raised floor, metres above the ground. */
  floorY: number;
  /** Clear height above the raised floor, metres. */
  height: number;
  /** Catalogue id of the accelerator in racks of each kind, by index into the site's rack kinds; empty for none. */
  accelerators: readonly string[];
  /** Some of its racks are not cooled by air alone. */
  takesWater: boolean;
  /** Index into the site's phases. */
  phase: number;
  /** Row number is index + 1. */
  rows: RowPlan[];
  aisles: Aisle[];
  /** Heights above the raised floor, metres. */
  trays: NonNullable<HallType['trays']>;
}

export interface Building extends Pick<EntryOf<'buildings'>, 'id' | 'name' | 'eave' | 'clear'> {
  /**
   * How far it is turned clockwise in the site frame, seen from above, radians: 0 up to a whole turn. Everything of a turned building, its
   * halls included, is given in the site frame turned by that about its origin; see parcels.ts.
   */
  turn: number;
  rect: Rect;
  bayX: number;
  bayZ: number;
  annexes: { name: string; rect: Rect; height: number }[];
  spaces: { kind: 'electrical' | 'pumps' | 'corridor' | 'future'; name: string; rect: Rect }[];
}

interface Zone extends Pick<EntryOf<'zones'>, 'id' | 'kind' | 'name'> {
  rect: Rect;
  /** Parking places; 0 for none. */
  places: number;
}

export interface Milestone extends EntryOf<'milestones'> {
  /** Days from day 0, negative before it. */
  day: number;
}

/** A dated point of growth; `day` is days from day 0. */
export interface GrowthPoint {
  day: number;
  count: number;
  point: CurvePoint;
}

/** An account of growth. Counts are GPUs, or servers where the site counts those. */
export interface Curve extends Omit<GrowthDocument['curves'][number], 'points'> {
  energizedInService: boolean;
  points: GrowthPoint[];
}

/** Units of the yard of one catalogue item in one grid; days are from day 0. */
export interface YardGroup extends Pick<UnitGroup, 'item' | 'zone' | 'grid'> {
  /** Radians. */
  heading: number;
  steps: boolean;
  counts: { day: number; count: number }[];
}

interface Phase {
  id: string;
  name: string;
  /** Days from day 0. */
  fitOut: { element: 'floor' | 'pipes' | 'trays' | 'walls' | 'lights'; from: number; to: number }[];
}

/** A site document resolved against the catalogue for one configuration. Site frame, metres, radians, watts, days. */
export interface Site extends Pick<SiteDocument, 'id' | 'name' | 'operator' | 'dayZero' | 'racksPerArray'> {
  placeName: string;
  /** Last day that can be shown. */
  lastDay: number;
  config: string;
  configs: { id: string; label: string }[];
  curves: { id: string; label: string; note: string }[];
  defaultCurve: string;
  /** How far the site frame is turned clockwise in the scene, seen from above, radians. */
  turn: number;
  /** Set for buildings of a site that are turned alike, without the site's land; see parcels.ts. */
  isParcel?: true;
  edge: Rect;
  buildings: Building[];
  halls: Hall[];
  zones: Zone[];
  phases: Phase[];
  rackKinds: RackKind[];
  /** Catalogue ids, heading radians; `y` is the height of what they stand on, `turn` that of the building in which they stand. */
  placements: {
    item: string;
    x: number;
    y: number;
    z: number;
    heading: number;
    turn: number;
    name?: string;
  }[];
  /** Roads as lines of x, z; belts of trees with the number of trees in each. */
  landscape: {
    roads: { line: readonly (readonly [number, number])[]; width: number }[];
    trees: { rect: Rect; count: number }[];
  };
  yard: YardGroup[];
  growth: {
    counts: NonNullable<GrowthDocument['counts']>;
    commissioningDays: number;
    installed: GrowthPoint[];
    curves: Curve[];
  };
  /** Dated pairs of IT and facility power, watts; empty where none are documented. */
  power: { day: number; itW: number; facilityW: number; gpus?: number }[];
  milestones: Milestone[];
  catalogue: Catalogue;
  /** What the site was resolved from: in another language than English the translated document. */
  document: SiteDocument;
  translation?: SiteTranslation;
}

/** How a site got its texts in another language, so that more of the same site gets them, too. */
export interface SiteTranslation {
  sentences: DocumentSentences;
  /** The document as it was written. */
  from: SiteDocument;
  document(document: SiteDocument): SiteDocument;
  catalogue(catalogue: Catalogue): Catalogue;
}
