import { describe, expect, it } from 'vitest';
import evidence from '../../assets/languages/en.evidence.json';
import explorer from '../../assets/languages/en.explorer.json';
import { builtinSites } from '../../src/model/builtin.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import { fill, type Say } from '../../src/state/words.ts';
import { type Campus, makeCampus } from '../../src/timeline/campus.ts';
import {
  basisOf,
  COLUMNS,
  type Column,
  csvOf,
  sorted,
  systemRows,
} from '../../src/ui/explorer/table/systemTable.ts';

const words: Readonly<Record<string, string>> = { ...explorer, ...evidence };
const say: Say = (key, values) => fill(words[key]!, values);
const site = makeCampus({ id: 'colossus', document: builtinSites.colossus! });
const shown: Campus[] = [site];
for (const id of ['frontier', 'fugaku', 'openai-80k'])
  shown.push(makeCampus({ id, document: await comparedSites[id]!.load() }));
const rows = systemRows(shown, 214);
const idsBy = (column: Column, isDown = false) => sorted(rows, { column, isDown }, 'en').map(({ id }) => id);

/** The cells of comma-separated values. */
const cellsOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
      ),
    );

describe('the table of the shown systems', () => {
  it('is ordered by any column, and has what is not known last either way', () => {
    expect(idsBy('gpus', true)).toEqual(['colossus', 'openai-80k', 'frontier', 'fugaku']);
    expect(idsBy('gpus')).toEqual(['frontier', 'openai-80k', 'colossus', 'fugaku']);
    expect(idsBy('peak')).toEqual(['openai-80k', 'colossus', 'frontier', 'fugaku']);
    expect(idsBy('date')).toEqual(['fugaku', 'frontier', 'colossus', 'openai-80k']);
    expect(idsBy('date', true).at(-1)).toBe('openai-80k');
    expect(idsBy('system')).toEqual(['openai-80k', 'colossus', 'frontier', 'fugaku']);
    for (const column of COLUMNS) expect(idsBy(column).length).toBe(rows.length);
  });

  it('names the bases of figures that rest on different ones', () => {
    const bases = (name: Parameters<typeof basisOf>[0]) => rows.map((row) => basisOf(name, row, say));
    const [ofColossus, ofFrontier, , ofOpenAi] = bases('power');
    expect(ofColossus).toBe('documented power; derived');
    expect(ofFrontier).toMatch(/^documented power; derived/);
    expect(ofOpenAi).toBe('servers at their peak; derived, from assumed');
    expect(bases('gpus')[0]).toBe('Claimed by the owner; derived');
    expect(bases('gpus')[2]).toBe('');
  });

  it('is copied with bare numbers, units and bases', () => {
    const [head, colossus, , fugaku] = cellsOf(csvOf(rows, say, 'en'));
    expect(head).toHaveLength(12);
    expect(head).toContain('Facility power (MW)');
    expect(colossus).toHaveLength(12);
    expect(colossus!.slice(0, 3)).toEqual(['Colossus, 200,000 GPUs', '2024-12-03', '200000']);
    expect(fugaku!.slice(2, 5)).toEqual(['', '', '432']);
  });

  it('copies no name of a document as a formula', () => {
    const document = { ...builtinSites.colossus!, name: '=HYPERLINK("https://example.org")' };
    const csv = csvOf(systemRows([makeCampus({ id: 'own', document })], 0), say, 'en');
    expect(cellsOf(csv)[1]![0]).toBe(`'=HYPERLINK("https://example.org"), 200,000 GPUs`);
  });
});
