import { describe, expect, it } from 'vitest';
import { figuresOfSite } from '../../src/inventory/figures/figuresOfSite.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { sourceById } from '../../src/model/sources.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { cardOf, measured } from '../../src/ui/figureCard.ts';
import { createFormat } from '../../src/ui/format.ts';

const campus = makeCampus({ id: 'colossus', document: builtinSites.colossus!, config: '100k' });
const figures = new Map(
  figuresOfSite(campus, 122).map(({ source, ...figure }) => [
    figure.id,
    { ...figure, source: sourceById(source)! },
  ]),
);
const find = (id: string) => figures.get(id);
const cardIn = (tag: string, id: string) => cardOf(find(id)!, find, createFormat(tag));
/** Spaces that do not break, as plain ones. */
const plain = (text = '') => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the card of a figure', () => {
  it.each([
    ['memory-gain', '36.2%', '192 GB / 141 GB − 1', '27.7% – 36.2%'],
    ['bandwidth-gain', '66.7%', '8 TB/s / 4.8 TB/s − 1', '60.4% – 66.7%'],
    ['energy-year', '1.59 TWh', '181 MW × 8,760 hr', undefined],
    ['homes', '146,974', '1.59 TWh / 10,788 kWh', '146,974 – 147,976'],
    ['it-power', '139 MW', '139 MW × 100,000 / 100,000', undefined],
    ['watts-per-gpu-it', '1,390 W', '139 MW / 100,000', undefined],
    ['peak-bf16', '98.9 EFLOP/s', '100,000 × 989.4 TFLOP/s', undefined],
    ['h100.flop-per-joule', '1.41 TFLOP/J', '989.4 TFLOP/s / 700 W', undefined],
    ['days-to-1e26', '29.2 days', '10²⁶ FLOP / (100,000 × 989.4 TFLOP/s × 40%)', '23.4 days – 39 days'],
    ['silicon', '81.4 m²', '100,000 × 1 × 814 mm²', undefined],
    ['h100.transistors', '80,000,000,000', undefined, undefined],
    ['b200.memory-bandwidth', '8 TB/s', undefined, '7.7 TB/s – 8 TB/s'],
    ['chiller.width', '2.24 m', undefined, undefined],
  ])('of %s says %s, %s, %s', (id, value, arithmetic, range) => {
    const card = cardIn('en', id);
    expect(plain(card.value)).toBe(value);
    expect(card.arithmetic === undefined ? undefined : plain(card.arithmetic)).toBe(arithmetic);
    expect(card.range === undefined ? undefined : plain(card.range)).toBe(range);
  });

  it('names source, grade and date, and links to the publisher where there is a link', () => {
    expect(cardIn('en', 'h100.die-area')).toMatchObject({
      grade: 'reported',
      asOf: '2022',
      source: ['TweakTown', 'NVIDIA H100 SXM in the flesh', '2022'],
      link: expect.stringMatching(/^https:/),
    });
    expect(cardIn('en', 'memory-gain')).toMatchObject({ grade: 'derived', asOf: 'Mar 2024' });
    expect(cardIn('en', 'memory-gain').link).toBeUndefined();
  });

  it('follows the language', () => {
    expect(plain(cardIn('de', 'memory-gain').value)).toBe('36,2 %');
    expect(plain(cardIn('de', 'energy-year').arithmetic)).toBe('181 MW × 8.760 Std.');
    expect(plain(cardIn('fr', 'h100.transistors').value)).toBe('80 000 000 000');
  });

  it('keeps the id of a figure that is not there', () => {
    const figure = { ...find('memory-gain')!, arithmetic: '{gone.memory} / 2' };
    expect(cardOf(figure, find, createFormat('en')).arithmetic).toBe('gone.memory / 2');
  });

  it('is there for every figure of Colossus, with no more digits than are known', () => {
    for (const figure of figures.values()) {
      const card = cardOf(figure, find, createFormat('en'));
      for (const text of [card.value, card.range, card.arithmetic]) {
        expect(text ?? '', figure.id).not.toMatch(/NaN|Infinity|undefined|\d\.\d{5}/);
      }
    }
  });
});

describe('a value with its unit', () => {
  it('has few digits if it is computed, and those of its source if it is not', () => {
    expect(measured(15.53, 'm', 'en')).toBe('15.53 m');
    expect(measured(15.53, 'm', 'en', true)).toBe('15.5 m');
    expect(measured(0.01234, 'm', 'en', true)).toBe('0.012 m');
    expect(plain(measured(1234.5, 'MW', 'en', true))).toBe('1,235 MW');
    expect(measured(0, 'homes', 'en', true)).toBe('0');
    expect(plain(measured(0, 'FLOP', 'en'))).toBe('0 FLOP');
    expect(plain(measured(3.2e20, 'FLOP', 'en'))).toBe('3.2E20 FLOP');
  });
});
