import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SYSTEMS, readCompare } from '../../../src/modes/documents/readCompare.ts';

const seed = 605;
const systems = ['colossus', 'frontier', 'aurora', 'fugaku', 'eagle', 'meta-24k', 'el-capitan', 'oracle-24k'];
const site = { id: 'colossus', config: '200k', defaultConfig: '200k' };
const chips = ['h100', 'h200', 'b200', 'gb200'];
const read = (text: string, context: Partial<Parameters<typeof readCompare>[1]> = {}) =>
  readCompare(text, { systems, chips, site, ...context });

describe(`what stands beside the site (seed ${seed})`, () => {
  it('is read in the order in which it is written', () => {
    expect(read('frontier,colossus:100k, data/mine.json')).toEqual({
      entries: [
        { id: 'frontier', system: 'frontier', isAddress: false },
        { id: 'colossus:100k', system: 'colossus', isAddress: false, config: '100k' },
        { id: 'data/mine.json', system: 'data/mine.json', isAddress: true },
      ],
      chips: [],
      faults: [],
    });
  });

  it.each([
    ['colosus', 'unknown'],
    ['__proto__', 'unknown'],
    ['colossus', 'twice'],
    ['own', 'handedOver'],
    ['own-2', 'handedOver'],
    ['h100', 'mixed'],
  ] as const)('leaves out %s with a sentence (%s), and keeps the rest', (part, key) => {
    const { entries, faults } = read(`frontier,${part},aurora`);
    expect(entries.map(({ id }) => id)).toEqual(['frontier', 'aurora']);
    expect(faults).toMatchObject([{ key, value: part }]);
  });

  it('is at most six, and the rest are named in one sentence', () => {
    const { entries, faults } = read('frontier,aurora,fugaku,eagle,meta-24k,el-capitan,oracle-24k,x.json');
    expect(entries).toHaveLength(MOST_SYSTEMS);
    expect(faults).toEqual([{ key: 'most', value: 'oracle-24k, x.json', expected: 6 }]);
  });

  it('can be chips instead, each once, among which nothing else lies', () => {
    expect(read('b200, h100')).toEqual({ entries: [], chips: ['b200', 'h100'], faults: [] });
    const { chips: shown, faults } = read('h200,frontier,h100,h200,h300,data/mine.json');
    expect(shown).toEqual(['h200', 'h100']);
    expect(faults.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'mixed frontier',
      'twice h200',
      'unknownChip h300',
      'mixed data/mine.json',
    ]);
    expect(read('h100,h200,b200,gb200,h100,h100,h100,b200').faults).toContainEqual({
      ...{ key: 'mostChips', value: 'h100, b200', expected: 6 },
    });
  });

  it('can be the site’s other configuration without saying which', () => {
    const { entries } = read('colossus', { site: { ...site, config: '100k' } });
    expect(entries).toEqual([{ id: 'colossus:200k', system: 'colossus', isAddress: false, config: '200k' }]);
    expect(read('colossus', { site: { ...site, id: 'frontier' } }).entries).toMatchObject([
      { id: 'colossus' },
    ]);
  });

  it('can be a document that was handed over', () => {
    expect(read('own-2,own', { handedOver: ['own-2'] })).toMatchObject({
      entries: [{ id: 'own-2', system: 'own-2' }],
      faults: [{ key: 'handedOver', value: 'own' }],
    });
  });

  it('has ids that are read back to themselves, whatever is written', () => {
    const part = fc.oneof(
      fc.constantFrom(...systems, ...systems.map((id) => `${id}:100k`), 'a.json', 'b/c', 'h200', 'own', ''),
      fc.string({ maxLength: 90, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.constantFrom('100k', '200k'), (parts, config) => {
        const context = { site: { ...site, config } };
        const { entries, chips: shown } = read(parts.join(','), context);
        expect(Math.min(entries.length, shown.length)).toBe(0);
        const ids = [...entries.map(({ id }) => id), ...shown];
        expect(new Set([site.id, ...ids]).size).toBe(ids.length + 1);
        expect(read(ids.join(','), context)).toEqual({ entries, chips: shown, faults: [] });
      }),
      { seed, numRuns: 500 },
    );
  });
});
