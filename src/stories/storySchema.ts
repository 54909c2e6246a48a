/**
 * The schema of story documents; the check, the types and the published JSON Schema all come from it. It brings the checker library, so
 * every file but checkStory.ts imports types only from here. The keys of a step mean what they mean in the page's address.
 */
import * as v from 'valibot';
import { count, date, id, text } from '../model/catalogueSchema.ts';
import { VIEWS } from '../views/view.ts';
import { LOOKS, OVERLAYS } from '../views/look.ts';

/** Two sentences, read from the last row. */
const words = v.pipe(v.string(), v.minLength(1), v.maxLength(280));
const notes = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const coordinate = v.pipe(v.number(), v.minValue(-20_000), v.maxValue(20_000));
/** Id of a system, another configuration such as `colossus:100k`, or the address of a site document. */
const system = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const step = v.strictObject({
  id,
  title: text,
  text: words,
  notes: v.exactOptional(notes),
  view: v.exactOptional(v.picklist(VIEWS)),
  camera: v.exactOptional(
    v.strictObject({
      eye: v.strictTuple([coordinate, coordinate, coordinate]),
      target: v.strictTuple([coordinate, coordinate, coordinate]),
    }),
  ),
  gpu: v.exactOptional(count(1, 5_000_000)),
  campus: v.exactOptional(system),
  config: v.exactOptional(id),
  curve: v.exactOptional(id),
  date: v.exactOptional(date),
  from: v.exactOptional(date),
  look: v.exactOptional(v.picklist(LOOKS)),
  overlay: v.exactOptional(v.picklist(OVERLAYS)),
  roof: v.exactOptional(v.boolean()),
  compare: v.exactOptional(v.pipe(v.array(system), v.minLength(1), v.maxLength(6))),
  figure: v.exactOptional(text),
  seconds: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(120))),
});

export const storySchema = v.strictObject({
  $schema: v.exactOptional(text),
  schemaVersion: v.literal(1),
  id,
  title: text,
  site: v.exactOptional(system),
  steps: v.pipe(v.array(step), v.minLength(1), v.maxLength(200)),
});

export type Story = v.InferOutput<typeof storySchema>;
export type Step = Story['steps'][number];
