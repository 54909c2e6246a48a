import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/', import.meta.url);
/** The files that may carry the checker library; all others take types from them and nothing else. */
const CARRIERS = [
  'model/check.ts',
  'model/schema.ts',
  'model/catalogueSchema.ts',
  'model/schemaErrors.ts',
  'stories/checkStory.ts',
  'stories/storySchema.ts',
  'stories/faults.ts',
  'stories/mended.ts',
  'ui/editor/editor.ts',
  'modes/editor/ownStories.ts',
  'modes/editor/editStory.ts',
  'modes/stage/stageStories.ts',
  'modes/stage/readShown.ts',
  'modes/stage/speaker.ts',
];
const NAMES = CARRIERS.map((path) => path.replace(/^.*\/|\.ts$/g, '')).join('|');

describe('the checker library', () => {
  it('is reached through the checks alone, and those by dynamic import', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const name of files) {
      if (CARRIERS.includes(name)) continue;
      const text = readFileSync(new URL(name, folder), 'utf8');
      for (const [statement] of text.matchAll(/^(import|export)\b[^;]*?from '[^']*';/gm)) {
        if (/^(import|export) type\b/.test(statement)) continue;
        expect(statement, name).not.toMatch(new RegExp(`'valibot'|/(${NAMES})\\.ts'`));
      }
    }
  });
});
