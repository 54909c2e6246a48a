/** Schema shared by catalogue files and a document's own `catalogue`. Every file but check.ts imports types only from here. */
import * as v from 'valibot';
import { units } from './figure.ts';
import { furtherUnits } from './furtherUnits.ts';

export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
export const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const longText = v.pipe(v.string(), v.minLength(1), v.maxLength(600));
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: how exactly a source dates a figure. */
const asOf = v.pipe(v.string(), v.regex(/^(19|20|21)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));
export const date = v.pipe(v.string(), v.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
export const grade = v.picklist(['reported', 'announced', 'derived', 'assumed']);
/** A whole number between two limits. */
export const count = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));

/** A figure's own evidence. */
export const evidence = {
  asOf: v.exactOptional(asOf),
  source: v.exactOptional(id),
  grade: v.exactOptional(grade),
  note: v.exactOptional(text),
};

/** Evidence for figures that give none of their own. */
export const defaultsSchema = v.strictObject({ asOf, source: id, grade });

/** Large enough for the operations of a training run. */
const quantity = v.pipe(v.number(), v.minValue(0), v.maxValue(1e27));

const figure = v.strictObject({
  value: quantity,
  unit: v.picklist([...units, ...furtherUnits]),
  /** The range in which the value lies. */
  low: v.exactOptional(quantity),
  high: v.exactOptional(quantity),
  ...evidence,
});

/** Pose of a person. */
const pose = v.picklist(['standing', 'walking', 'working']);

/** What an entry is drawn as, within its size; a plain box by default. */
const shape = v.variant('is', [
  v.strictObject({ is: v.literal('person'), pose }),
  v.strictObject({
    is: v.picklist([
      'box',
      'container',
      'bus',
      'trailer',
      'pitch',
      'chiller',
      'cooling-tower',
      'generator',
      'turbine',
      'battery',
      'transformer',
      'switch',
      'cdu',
    ]),
  }),
]);

/** Places in a rack: first rack unit, height, number of places, and step from one to the next, all in rack units. */
const places = {
  startU: count(1, 200),
  heightU: count(1, 100),
  count: v.exactOptional(count(1, 256)),
  stepU: v.exactOptional(count(1, 100)),
};

const item = v.strictObject({
  kind: v.picklist(['accelerator', 'server', 'rack', 'equipment', 'plant', 'reference']),
  name: text,
  figures: v.record(id, figure),
  shape: v.exactOptional(shape),
  /** How a rack or a server is cooled. Racks: by default `liquid` for role `compute` with servers, else `air`; servers: as their rack. */
  cooling: v.exactOptional(v.picklist(['air', 'liquid', 'rear-door', 'immersion'])),
  /** How a rack's servers stand in their slots; `horizontal` by default. */
  blades: v.exactOptional(v.picklist(['horizontal', 'vertical'])),
  /** What feeds a rack's servers from behind: strips of outlets, or one bar for all. */
  rearPower: v.exactOptional(v.picklist(['outlets', 'busbar'])),
  /** What is inside of a server; its figures say how many of each. A server that does not say is drawn plain. */
  parts: v.exactOptional(
    v.pipe(
      v.array(
        v.picklist([
          'board',
          'switches',
          'cpus',
          'memory',
          'nics',
          'supplies',
          'fans',
          'drives',
          'cold-plates',
        ]),
      ),
      v.maxLength(9),
    ),
  ),
  role: v.exactOptional(v.picklist(['compute', 'network', 'core', 'storage', 'cpu'])),
  /** The server that fills the slots. */
  server: v.exactOptional(id),
  /** Of a server: its accelerator, in every hall. Of a rack: the accelerator if neither its server nor its hall names one. */
  accelerator: v.exactOptional(id),
  /** Other contents: how many of each item id. */
  holds: v.exactOptional(v.record(id, count(1, 1000))),
  /** Slots from the bottom; in a slot of several columns as many servers stand side by side. */
  slots: v.exactOptional(
    v.pipe(v.array(v.strictObject({ ...places, columns: v.exactOptional(count(1, 64)) })), v.maxLength(64)),
  ),
  /** Trays of a rack besides its servers: switches, power shelves, pumps and manifolds. */
  trays: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ holds: v.picklist(['switch', 'power', 'cooling']), ...places })),
      v.maxLength(64),
    ),
  ),
});

/** A catalogue: entries by id. */
export const catalogueSchema = v.record(id, item);

/** A catalogue file: entries, and the evidence that they share. */
export const catalogueFileSchema = v.strictObject({
  origin: text,
  defaults: defaultsSchema,
  items: catalogueSchema,
  /** Further figures of other files' entries, by id, which are only compared and not drawn. */
  more: v.exactOptional(v.record(id, v.record(id, figure))),
});

export type CatalogueFile = v.InferOutput<typeof catalogueFileSchema>;
export type CatalogueEntry = v.InferOutput<typeof item>;
export type Cooling = NonNullable<CatalogueEntry['cooling']>;
export type Shape = v.InferOutput<typeof shape>;
export type Pose = v.InferOutput<typeof pose>;
export type Defaults = v.InferOutput<typeof defaultsSchema>;
