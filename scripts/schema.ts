import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { siteSchema } from '../src/model/check.ts';
import { SCHEMA_WORDS } from './schemaWords.ts';

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

/** The published JSON Schema of site documents, derived from the schema that checks them, with a description and an example of every key. */
export function siteJsonSchema(): JsonSchema & Record<string, unknown> {
  const schema = toJsonSchema(siteSchema, { target: 'draft-2020-12' }) as JsonSchema;
  eachKey(schema, (path, key, property) => {
    const words = SCHEMA_WORDS[path] ?? SCHEMA_WORDS[`*.${key}`];
    if (words) Object.assign(property, { description: words[0], examples: [words[1]] });
  });
  return {
    ...schema,
    title: 'Rackfield site document',
    description:
      'Metres, site frame: x east, z south, y up, origin at the centre of the main building. Headings in degrees. At most 1 MiB and 5,000,000 GPUs.',
  };
}

// `tsx scripts/schema.ts PATH` writes it to a file.
if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const path = process.argv[2] ?? 'dist/schema/site.json';
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(siteJsonSchema(), null, 2)}\n`);
}
