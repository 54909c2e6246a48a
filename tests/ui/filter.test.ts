import { describe, expect, it } from 'vitest';
import type { ExplainedFigure } from '../../src/inventory/figures/explained.ts';
import { type Filter, filtered, sourcesOf } from '../../src/ui/explorer/figures/filter.ts';

const figure = (id: string, part: Partial<ExplainedFigure>): ExplainedFigure => ({
  ...{ id, name: 'Memory', value: 1, unit: 'GB', grade: 'reported' },
  ...part,
});
const [nvidia, epoch] = [
  { id: 'h100', publisher: 'NVIDIA', title: 'H100 datasheet' },
  { id: 'epoch', publisher: 'Epoch AI' },
];
const figures = [
  figure('h100.memory', { about: 'NVIDIA H100 SXM5', source: nvidia }),
  figure('h100.power', { name: 'Power', source: nvidia }),
  figure('it-power', { name: 'IT power', grade: 'derived', source: epoch }),
  figure('own', { name: 'Own', grade: 'assumed' }),
];
const found = (filter: Partial<Filter>) =>
  filtered(figures, { text: '', grade: '', source: '', ...filter }).map(({ id }) => id);

describe('the filter of figures', () => {
  it('finds all words in name, thing, id, publisher or title, whatever their case', () => {
    expect(found({})).toHaveLength(4);
    expect(found({ text: 'POWER' })).toEqual(['h100.power', 'it-power']);
    expect(found({ text: ' datasheet  memory ' })).toEqual(['h100.memory']);
    expect(found({ text: 'sxm5' })).toEqual(['h100.memory']);
    expect(found({ text: 'epoch' })).toEqual(['it-power']);
    expect(found({ text: 'nothing' })).toEqual([]);
  });

  it('keeps one grade, one source, and both', () => {
    expect(found({ grade: 'assumed' })).toEqual(['own']);
    expect(found({ source: 'h100' })).toEqual(['h100.memory', 'h100.power']);
    expect(found({ source: 'h100', grade: 'derived' })).toEqual([]);
  });

  it('offers the sources that are used, those with most figures first', () => {
    expect(sourcesOf(figures)).toEqual([
      { source: nvidia, count: 2 },
      { source: epoch, count: 1 },
    ]);
  });
});
