/**
 * The schema of site documents; the runtime check (check.ts), the types and the published JSON Schema all come from it.
 * It brings the checker library, so every file but check.ts imports types only from here.
 *
 * All positions in a document are in the site frame: origin at the centre of the main building's floor, x east, z south, y up,
 * metres; `turnDeg` turns the site frame as a whole. What belongs to a building is given as if that were not turned in it. Angles are degrees here (`headingDeg`) and radians everywhere else.
 */
import * as v from 'valibot';
import {
  catalogueSchema,
  count,
  date,
  defaultsSchema,
  evidence,
  grade,
  id,
  longText,
  text,
} from './catalogueSchema.ts';

const METRES_LIMIT = 20_000;
const number = (from: number, to: number) => v.pipe(v.number(), v.minValue(from), v.maxValue(to));
const coordinate = number(-METRES_LIMIT, METRES_LIMIT);
const size = number(0, METRES_LIMIT);
const extent = number(0.01, METRES_LIMIT);
const degrees = number(-360, 360);
const pair = v.strictTuple([coordinate, coordinate]);

/** A rectangle on the ground: x from west to east, z from north to south. */
const rect = { x: pair, z: pair };
const many = <const S extends v.GenericSchema>(item: S, limit: number) =>
  v.exactOptional(v.pipe(v.array(item), v.maxLength(limit)));
const some = <const S extends v.GenericSchema>(item: S, limit: number) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(limit));

const space = v.strictObject({
  kind: v.picklist(['electrical', 'pumps', 'corridor', 'future']),
  name: text,
  ...rect,
});

const building = v.strictObject({
  id,
  name: text,
  ...rect,
  /** How far it is turned clockwise, seen from above, about its centre, with its halls, spaces and annexes, in the site frame. */
  turnDeg: v.exactOptional(degrees),
  ...evidence,
  eave: extent,
  clear: extent,
  bay: v.strictTuple([extent, extent]),
  annexes: many(v.strictObject({ name: text, ...rect, height: extent }), 50),
  spaces: many(space, 200),
});

/** Racks side by side: kind (or `spare`), number of racks, and servers in each if they are not full. */
const run = v.union([
  v.strictTuple([id, count(1, 2000)]),
  v.strictTuple([id, count(1, 2000), count(0, 1024)]),
]);

const hallType = v.strictObject({
  id,
  ...evidence,
  /** Inner size, x by z, perimeter strip included. */
  size: v.strictTuple([extent, extent]),
  raisedFloor: size,
  /** Clear height above the raised floor. */
  height: extent,
  perimeter: size,
  /** Blocks of rows: distance from the west wall, and length that rows may have. */
  blocks: some(v.strictObject({ x: size, length: extent }), 50),
  /**
   * Pairs of rows that face each other across a cold aisle, with a rear aisle between pairs; the first row starts `z` metres
   * south of the north wall. `rowDepth` reaches from the racks' fronts to the outside of their rear doors.
   */
  pairs: v.strictObject({
    count: count(1, 500),
    z: size,
    rowDepth: extent,
    coldAisle: size,
    rearAisle: size,
  }),
  /** The rack kind whose size spare places have. */
  spareAs: v.exactOptional(id),
  /** Rows from the north, block by block; a row's racks from the west. */
  rows: some(v.strictObject({ repeat: v.exactOptional(count(1, 2000)), racks: some(run, 500) }), 2000),
  /** Trays and lamps; `y` is the height above the raised floor. */
  trays: many(v.strictObject({ kind: v.picklist(['fibre', 'busway', 'light']), y: extent }), 20),
});

const fitOut = v.strictObject({
  element: v.picklist(['floor', 'pipes', 'trays', 'walls', 'lights']),
  from: date,
  to: date,
  ...evidence,
});

const curvePoint = v.strictObject({
  date,
  count: count(0, 5_000_000),
  /** The range in which the count lies. */
  low: v.exactOptional(count(0, 5_000_000)),
  high: v.exactOptional(count(0, 5_000_000)),
  /** `month`: only the month is known, and the date is the last day of it. */
  precision: v.exactOptional(v.picklist(['day', 'month'])),
  ...evidence,
});

const growth = v.strictObject({
  /** What the points count; servers where a site has machines without GPUs. */
  counts: v.exactOptional(v.picklist(['gpus', 'servers'])),
  /** Days from installed to energized; a rack in service earlier is energized with that. */
  commissioningDays: number(0, 1000),
  /** Installed count. Straight lines between points; two points on one date are a step. */
  installed: some(curvePoint, 500),
  default: id,
  /** Accounts of the count in service. */
  curves: some(
    v.strictObject({
      id,
      label: text,
      note: longText,
      /** Remark for the days after the last point. */
      held: text,
      /** Racks are energized on the day on which they are in service, not earlier. */
      energizedInService: v.exactOptional(v.boolean()),
      /** Facility watts per GPU, if this account counts power differently from the site's dated pairs. */
      facilityWattsPerGpu: v.exactOptional(number(0, 1_000_000)),
      points: some(curvePoint, 500),
    }),
    20,
  ),
});

const power = v.strictObject({
  /** Dated pairs of IT and facility power, megawatts, with the number of GPUs if known. */
  points: some(
    v.strictObject({
      date,
      itMw: number(0.000001, 100_000),
      facilityMw: number(0.000001, 100_000),
      gpus: v.exactOptional(count(1, 5_000_000)),
      ...evidence,
    }),
    500,
  ),
});

const zone = v.strictObject({
  id,
  kind: v.picklist(['cooling', 'generators', 'storage-power', 'substation', 'parking', 'lawn']),
  name: text,
  ...rect,
  places: v.exactOptional(count(0, 100_000)),
  ...evidence,
});

const unitGroup = v.strictObject({
  item: id,
  zone: id,
  headingDeg: v.exactOptional(degrees),
  /** Centre of the first unit; units fill a row eastward (dx), then the next row southward (dz). */
  grid: v.strictObject({
    x: coordinate,
    z: coordinate,
    columns: count(1, 2000),
    rows: count(1, 2000),
    dx: extent,
    dz: extent,
  }),
  /** The count changes in steps on its dates instead of along straight lines. */
  steps: v.exactOptional(v.boolean()),
  /** Straight lines between points; the unit installed last is removed first. */
  counts: some(
    v.strictObject({
      date,
      count: count(0, 100_000),
      /** The range in which the count lies. */
      low: v.exactOptional(count(0, 100_000)),
      high: v.exactOptional(count(0, 100_000)),
      ...evidence,
    }),
    500,
  ),
});

const milestone = v.strictObject({
  id,
  date,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  text: longText,
  sources: some(id, 10),
  grade,
});

const placement = v.strictObject({
  item: id,
  at: pair,
  y: v.exactOptional(coordinate),
  headingDeg: v.exactOptional(degrees),
  name: v.exactOptional(text),
});

const road = v.strictObject({
  line: v.pipe(v.array(pair), v.minLength(2), v.maxLength(200)),
  width: extent,
});

const source = v.strictObject({
  id,
  publisher: text,
  title: v.exactOptional(text),
  date: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/))),
  url: v.exactOptional(v.pipe(v.string(), v.maxLength(500), v.regex(/^https:\/\/[^\s"<>]+$/))),
});

/** The published schema of a site document. */
export const siteSchema = v.strictObject({
  $schema: v.exactOptional(text),
  schemaVersion: v.literal(1),
  id,
  name: text,
  operator: text,
  place: text,
  /** One calm sentence about where what is shown comes from or stands, with its source. */
  note: v.exactOptional(v.strictObject({ text: longText, sources: some(id, 10) })),
  dayZero: date,
  lastDate: date,
  defaults: defaultsSchema,
  racksPerArray: count(1, 1000),
  /** How far the whole site is turned clockwise, seen from above, about its origin; rows then run that far from east. */
  turnDeg: v.exactOptional(degrees),
  edge: v.strictObject(rect),
  buildings: some(building, 100),
  hallTypes: some(hallType, 100),
  phases: some(v.strictObject({ id, name: text, fitOut: many(fitOut, 20) }), 100),
  /** In the order in which they fill. */
  halls: some(
    v.strictObject({
      id,
      name: v.exactOptional(text),
      type: id,
      building: id,
      centre: pair,
      accelerator: v.exactOptional(id),
      phase: id,
    }),
    2000,
  ),
  /** Each shows the first `halls` halls of the site. */
  configurations: some(v.strictObject({ id, label: text, halls: count(1, 2000) }), 20),
  /** The configuration that is shown first; the last one if left out. */
  defaultConfiguration: v.exactOptional(id),
  growth: v.exactOptional(growth),
  /** Nothing is known of when it was built: without growth, everything stands on every day. */
  undated: v.exactOptional(v.literal(true)),
  power: v.exactOptional(power),
  zones: many(zone, 200),
  units: many(unitGroup, 200),
  /** People, vehicles and other things of known size. `y` is the height of what they stand on. */
  placements: many(placement, 500),
  /** Roads as lines, and belts of trees. */
  landscape: v.exactOptional(
    v.strictObject({
      ...evidence,
      roads: many(road, 200),
      trees: many(v.strictObject({ ...rect, count: count(1, 2000) }), 100),
    }),
  ),
  milestones: many(milestone, 500),
  /** Entries that the built-in catalogue lacks, or that replace its own. */
  catalogue: v.exactOptional(catalogueSchema),
  /** Sources that the built-in list lacks. */
  sources: many(source, 500),
});

/** A site document as it is written. */
export type SiteDocument = v.InferOutput<typeof siteSchema>;
export type HallType = SiteDocument['hallTypes'][number];
export type GrowthDocument = NonNullable<SiteDocument['growth']>;
export type CurvePoint = GrowthDocument['installed'][number];
export type UnitGroup = NonNullable<SiteDocument['units']>[number];
export type Source = NonNullable<SiteDocument['sources']>[number];
