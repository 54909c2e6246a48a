import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill, type Say } from '../../src/state/words.ts';
import type { Draft } from '../../src/stories/draft.ts';
import { faultsOf, isMissing } from '../../src/stories/faults.ts';
import { faultWords } from '../../src/ui/editor/faultWords.ts';

const folder = resolve(import.meta.dirname, '../../assets/languages');
const sayOf = (tag: string): Say => {
  const words = JSON.parse(readFileSync(resolve(folder, `${tag}.editor.json`), 'utf8')) as Record<
    string,
    string
  >;
  return (key, values) => fill(words[key]!, values, tag);
};
const step = { id: 'one', title: 'One', text: 'Text' };
const draft = (...steps: object[]) => ({ schemaVersion: 1, id: 'story', title: 'Title', steps }) as Draft;

/** What the fields of the editor can have wrong. */
const faults = [
  draft({ ...step, gpu: 0 }, { ...step, id: 'two', gpu: 9e6 }),
  draft({ ...step, gpu: 1.5, seconds: 'x' }),
  draft({ ...step, text: 'x'.repeat(300), title: 'x'.repeat(300) }),
  draft({ ...step, date: 'tomorrow', id: 'One!' }),
  draft({ ...step, date: '2024-02-31' }),
  draft({ ...step, from: '2024-09-03', date: '2024-09-02' }),
  draft({ ...step, from: '2024-09-03' }),
  draft(step, step),
  draft({ ...step, look: 'dusk', compare: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }),
].flatMap((each) => faultsOf(each, ['story']).filter((fault) => !isMissing(fault)));
faults.push({ path: '', found: 'the text "x"', expected: 'the name of a figure that this picture has' });

describe('faults of a story that is written', () => {
  it('are many kinds', () => {
    expect(new Set(faults.map(({ expected }) => expected)).size).toBeGreaterThan(12);
  });

  it('read in English as the check says them', () => {
    for (const fault of faults) {
      const { found, expected } = faultWords(fault, sayOf('en'));
      expect(found).toBe(fault.found);
      expect(expected.replace(/,? or /, ', ')).toBe(fault.expected);
    }
  });

  it.each(['de', 'es', 'fr', 'zh-Hans', 'ar'])('are all said in %s', (tag) => {
    for (const fault of faults) {
      const said = faultWords(fault, sayOf(tag));
      for (const part of ['found', 'expected'] as const) {
        expect(said[part], fault[part]).not.toMatch(/^(an?|the|one|text|nothing)\b/);
        expect(said[part]).not.toBe('');
      }
    }
  });
});
