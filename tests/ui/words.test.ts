import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import shared from '../../assets/languages/en.json';
import evidence from '../../assets/languages/en.evidence.json';
import explorer from '../../assets/languages/en.explorer.json';

const sourcesIn = (name: string) => {
  const folder = resolve(import.meta.dirname, '../../src/ui', name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');
};
const sources = sourcesIn('explorer');
const keys = new Set([shared, explorer, evidence].flatMap((words) => Object.keys(words)));

describe('the language files', () => {
  it('have every key that the explorer says', () => {
    const said = [...sources.matchAll(/\bsay\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('carry no key of the explorer that nothing says', () => {
    const starts = [...sources.matchAll(/`([a-z.]+\.)\$\{/g)].map((match) => match[1] ?? '');
    const isSaid = (key: string) =>
      sources.includes(`'${key}'`) || starts.some((start) => key.startsWith(start));
    expect(Object.keys(explorer).filter((key) => !isSaid(key))).toEqual([]);
  });

  it('have every key that cards say, and none for cards that neither they nor the explorer say', () => {
    const cards = sourcesIn('evidence');
    const said = [...cards.matchAll(/\bsay\(\s*'([^']+)'|'(card\.[^']+)'/g)].map(
      (match) => match[1] ?? match[2]!,
    );
    const lines = [...cards.matchAll(/\bline\(\s*'([^']+)'/g)].map((match) => `card.${match[1]}`);
    expect(said.length + lines.length).toBeGreaterThan(15);
    expect([...said, ...lines].filter((key) => !(key in evidence))).toEqual([]);
    const isSaid = (key: string) =>
      key.startsWith('grade.') || [...said, ...lines].includes(key) || sources.includes(`'${key}'`);
    expect(Object.keys(evidence).filter((key) => !isSaid(key))).toEqual([]);
  });

  it('share no key', () => {
    expect(Object.keys(explorer).filter((key) => key in shared || key in evidence)).toEqual([]);
  });
});
