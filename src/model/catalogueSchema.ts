/** The part of the schema that catalogue files and a document's own `catalogue` share. Types only, except for check.ts. */
import * as v from 'valibot';
import { units } from './figure.ts';

export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
export const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const longText = v.pipe(v.string(), v.minLength(1), v.maxLength(600));
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: how exactly a source dates a figure. */
export const asOf = v.pipe(
  v.string(),
  v.regex(/^(19|20|21)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/),
);
export const date = v.pipe(v.string(), v.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
export const grade = v.picklist(['reported', 'announced', 'derived', 'assumed']);
/** A whole number between two limits. */
export const count = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));

/** Evidence of the figures that give none of their own. */
export const defaultsSchema = v.strictObject({ asOf, source: id, grade });

const figure = v.strictObject({
  value: v.pipe(v.number(), v.minValue(0), v.maxValue(1e12)),
  unit: v.picklist(units),
  asOf: v.exactOptional(asOf),
  source: v.exactOptional(id),
  grade: v.exactOptional(grade),
  note: v.exactOptional(text),
});

/** Pose of a person who gives the scale. */
const pose = v.picklist(['standing', 'walking', 'working']);

/** What a thing is drawn as, inside of its size; a plain box where an entry says nothing. */
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

const item = v.strictObject({
  kind: v.picklist(['accelerator', 'server', 'rack', 'equipment', 'plant', 'reference']),
  name: text,
  figures: v.record(id, figure),
  shape: v.exactOptional(shape),
  /** What takes the heat out of a rack's servers; unsaid, racks of role `compute` with servers are cooled by liquid. */
  cooling: v.exactOptional(v.picklist(['air', 'liquid'])),
  /** A rack's or a server's contents and slots. */
  role: v.exactOptional(v.picklist(['compute', 'network', 'core', 'storage', 'cpu'])),
  /** The server whose copies fill the slots. */
  server: v.exactOptional(id),
  /** Of a server: what it is built with, in whatever hall. Of a rack: what it holds where neither server nor hall says. */
  accelerator: v.exactOptional(id),
  /** What else is inside: item ids and how many. */
  holds: v.exactOptional(v.record(id, count(1, 1000))),
  /** Slots from the bottom: first rack unit, height, how many, and units from one to the next. */
  slots: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          startU: count(1, 200),
          heightU: count(1, 100),
          count: v.exactOptional(count(1, 256)),
          stepU: v.exactOptional(count(1, 100)),
        }),
      ),
      v.maxLength(64),
    ),
  ),
});

/** A catalogue: entries by id. Lengths, widths, heights and the like are figures. */
export const catalogueSchema = v.record(id, item);

/** A catalogue file: what its entries have in common, and the entries. */
export const catalogueFileSchema = v.strictObject({
  origin: text,
  defaults: defaultsSchema,
  items: catalogueSchema,
  /** Further figures of entries of other files, by id: what is compared, and not drawn. */
  more: v.exactOptional(v.record(id, v.record(id, figure))),
});

export type CatalogueFile = v.InferOutput<typeof catalogueFileSchema>;
export type CatalogueEntry = v.InferOutput<typeof item>;
export type Shape = v.InferOutput<typeof shape>;
export type Pose = v.InferOutput<typeof pose>;
export type Defaults = v.InferOutput<typeof defaultsSchema>;
