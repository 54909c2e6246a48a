import { describe, expect, it } from 'vitest';
import type { ExplainedFigure } from '../../src/inventory/figures/explained.ts';
import { mainFigure } from '../../src/ui/evidence/readout.ts';
import { placeWords, thingWords } from '../../src/ui/evidence/words.ts';

const figures = (...ids: string[]): ExplainedFigure[] =>
  ids.map((id) => ({ id, name: id, value: 1, unit: 'm', grade: 'assumed' }));
const say = (key: string, values = {}) => `${key} ${Object.values(values).join(' ')}`;

describe('what is said first of a thing that is pointed at', () => {
  it('is how many there are in the yard, what it holds, what it draws or how large it is, in this order', () => {
    const of = (...ids: string[]) => mainFigure(figures(...ids))?.id;
    expect(of('chiller.width', 'chiller.power', 'units.chiller')).toBe('units.chiller');
    expect(of('compute.width', 'compute.units', 'compute.gpus')).toBe('compute.gpus');
    expect(of('h100.die-area', 'h100.power')).toBe('h100.power');
    expect(of('frontier:units.tower')).toBe('frontier:units.tower');
    expect(of('drawn.wall.length', 'drawn.wall.height')).toBe('drawn.wall.height');
    expect(of('x.trees')).toBe('x.trees');
    expect(of()).toBeUndefined();
  });

  it('is its place as far as it has one', () => {
    const rack = { hall: 1, row: 2, rack: 3 };
    expect(placeWords(null, say)).toBe('');
    expect(placeWords({ hall: 4 }, say)).toBe('address.hall 4');
    expect(placeWords(rack, say)).toBe('address.rack 1 2 3');
    expect(placeWords({ ...rack, server: 5 }, say)).toBe('address.server 1 2 3 5');
    expect(placeWords({ ...rack, server: 5, gpu: 6 }, say)).toBe('address.gpu 1 2 3 5 6');
    const gpu = { name: 'H100', address: { ...rack, server: 5, gpu: 6, number: 1077 } };
    expect(thingWords(gpu, say, { whole: String })).toEqual({
      title: 'address.number 1077',
      place: 'address.kind H100 address.gpu 1 2 3 5 6',
    });
  });
});
