import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { siteSchema } from '../src/model/check.ts';
import { storySchema } from '../src/stories/storySchema.ts';
import { SCHEMA_WORDS } from './schemaWords.ts';
import { STORY_WORDS } from './storyWords.ts';

/** What this file reads of a JSON Schema. */
export interface JsonSchema {
  description?: string;
  examples?: unknown[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema | boolean;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

/** Calls `visit` for every key of a schema with its path, such as `halls[].centre`; `*` stands for any key of a record. */
export function eachKey(
  schema: JsonSchema,
  visit: (path: string, key: string, property: JsonSchema) => void,
  path = '',
): void {
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const own = path ? `${path}.${key}` : key;
    visit(own, key, property);
    eachKey(property, visit, own);
  }
  const { items, additionalProperties: more } = schema;
  if (typeof items === 'object') eachKey(items, visit, `${path}[]`);
  if (typeof more === 'object') eachKey(more, visit, `${path}.*`);
  for (const option of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) eachKey(option, visit, path);
}

type Words = Readonly<Record<string, readonly [description: string, example: unknown]>>;

/** The JSON Schema of a schema, with what `words` say of every key. */
function described(
  schema: Parameters<typeof toJsonSchema>[0],
  words: Words,
  about: { title: string; description: string },
): JsonSchema & Record<string, unknown> {
  const json = toJsonSchema(schema, { target: 'draft-2020-12' }) as JsonSchema;
  eachKey(json, (path, key, property) => {
    const found = words[path] ?? words[`*.${key}`];
    if (found) Object.assign(property, { description: found[0], examples: [found[1]] });
  });
  return { ...json, ...about };
}

/** The published JSON Schema of site documents, derived from the schema that checks them, with a description and an example of every key. */
export const siteJsonSchema = () =>
  described(siteSchema, SCHEMA_WORDS, {
    title: 'Rackfield site document',
    description:
      'Metres, site frame: x east, z south, y up, origin at the centre of the main building. Headings in degrees. At most 1 MiB and 5,000,000 GPUs.',
  });

/** The same of stories. */
export const storyJsonSchema = () =>
  described(storySchema, STORY_WORDS, {
    title: 'Rackfield story',
    description: 'Steps that are told one after the other, each with its picture.',
  });

// `tsx scripts/schema.ts PATH` writes it to a file.
if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const path = process.argv[2] ?? 'dist/schema/site.json';
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(siteJsonSchema(), null, 2)}\n`);
}
