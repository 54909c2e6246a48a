import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const text = readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8');
const packages = Object.entries(JSON.parse(text).packages as Record<string, { integrity?: string }>);

describe('the lock file', () => {
  it('gives the integrity of every package, those for other platforms included, and names no registry', () => {
    expect(packages.length).toBeGreaterThan(100);
    const bare = packages.filter(([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'));
    expect(bare.map(([path]) => path)).toEqual([]);
    expect(text).not.toMatch(/"resolved"/);
  });
});
