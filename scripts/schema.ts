import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { siteSchema } from '../src/model/check.ts';

/** The published JSON Schema of site documents, derived from the schema that checks them. */
export function siteJsonSchema(): Record<string, unknown> {
  return {
    ...toJsonSchema(siteSchema, { target: 'draft-2020-12' }),
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
