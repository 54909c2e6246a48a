import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import shared from '../../assets/languages/en.json';
import explorer from '../../assets/languages/en.explorer.json';

const folder = resolve(import.meta.dirname, '../../src/ui/explorer');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n');
const keys = new Set([...Object.keys(shared), ...Object.keys(explorer)]);

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

  it('share no key', () => {
    expect(Object.keys(explorer).filter((key) => key in shared)).toEqual([]);
  });
});
