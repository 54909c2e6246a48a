import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { eachKey, siteJsonSchema, storyJsonSchema } from '../../scripts/schema.ts';
import { SCHEMA_WORDS } from '../../scripts/schemaWords.ts';
import { STORY_WORDS } from '../../scripts/storyWords.ts';
import { siteSchema } from '../../src/model/check.ts';
import { storySchema } from '../../src/stories/storySchema.ts';

// biome-ignore lint/suspicious/noExplicitAny: it walks over schemas of every type
type Schema = any;

/** The schemas of the keys of a schema by path, as `eachKey` names them. */
function schemasOf(schema: Schema, path = '', found = new Map<string, Schema[]>()) {
  const inner = schema.wrapped ?? (schema.pipe ? schema.pipe[0] : undefined);
  if (inner && inner !== schema) return schemasOf(inner, path, found);
  for (const [key, entry] of Object.entries<Schema>(schema.entries ?? {})) {
    const own = path ? `${path}.${key}` : key;
    found.set(own, [...(found.get(own) ?? []), entry]);
    schemasOf(entry, own, found);
  }
  if (schema.item) schemasOf(schema.item, `${path}[]`, found);
  if (schema.value && schema.type === 'record') schemasOf(schema.value, `${path}.*`, found);
  for (const option of schema.options ?? []) if (typeof option === 'object') schemasOf(option, path, found);
  return found;
}

describe.each([
  ['site documents', siteJsonSchema(), SCHEMA_WORDS, siteSchema, 200],
  ['stories', storyJsonSchema(), STORY_WORDS, storySchema, 20],
] as const)('the published JSON Schema of %s', (_what, schema, words, checked, least) => {
  const used = new Set<string>();
  const keys: { path: string; description?: string | undefined; examples?: unknown[] | undefined }[] = [];
  eachKey(schema, (path, key, { description, examples }) => {
    keys.push({ path, description, examples });
    used.add(words[path] ? path : `*.${key}`);
  });

  it('describes every key in a sentence and gives an example of it', () => {
    expect(keys.length).toBeGreaterThan(least);
    const without = keys.filter(({ description, examples }) => !description || examples?.length !== 1);
    expect(without.map(({ path }) => path)).toEqual([]);
    for (const { path, description } of keys) expect(description, path).toMatch(/^[A-Z`].*\.$/);
    expect(Object.keys(words).filter((path) => !used.has(path))).toEqual([]);
  });

  it('gives examples that the check accepts', () => {
    const schemas = schemasOf(checked);
    expect(new Set(keys.map(({ path }) => path))).toEqual(new Set(schemas.keys()));
    for (const { path, examples } of keys) {
      const accepts = schemas.get(path)!.some((one) => v.safeParse(one, examples![0]).success);
      expect(accepts, `${path}: ${JSON.stringify(examples)}`).toBe(true);
    }
  });
});
