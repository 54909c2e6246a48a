import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShown } from '../../../src/modes/stage/readShown.ts';
import { hashOf, newPair, pairIn } from '../../../src/modes/stage/rememberPair.ts';
import { readWish } from '../../../src/modes/stage/speakerLine.ts';

const SEED = 24;
const story = {
  schemaVersion: 1,
  id: 'a',
  title: 'A',
  site: 'colossus',
  steps: [
    { id: 'one', title: 'One', text: 'First.' },
    { id: 'two', title: 'Two', text: 'Second.', notes: 'Slowly.' },
  ],
};
const shows = { story, index: 1, blank: 'none', audience: 'live', seen: 1 };

describe('messages between a stage and its speaker’s window', () => {
  it('are taken as they are meant', () => {
    for (const wish of [{ ask: true }, { press: 'last' }, { goTo: 3 }, { blank: 'white' }, { freeze: false }])
      expect(readWish(wish)).toEqual(wish);
    expect(readShown({ shows })).toEqual(shows);
    expect(readShown({ shows: { ...shows, story: undefined, index: 0, seen: 0 } })?.index).toBe(0);
  });

  it('are refused with a step, a cover or an audience that there is not', () => {
    const wrong = [
      { index: 2 },
      { index: -1 },
      { seen: 0.5 },
      { blank: 'red' },
      { audience: 'away' },
      { story: 7 },
    ];
    for (const part of wrong)
      expect(readShown({ shows: { ...shows, ...part } }), JSON.stringify(part)).toBe(undefined);
  });

  it(`are never taken, and never throw, for any other value (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readWish(value)).toBeUndefined();
        expect(readShown(value)).toBeUndefined();
        expect(readShown({ shows: { ...shows, story: value } })?.story).toBeUndefined();
      }),
      { seed: SEED },
    );
  });

  it('go to the pair of an address, and pairs are never the same', () => {
    const pairs = Array.from({ length: 100 }, newPair);
    expect(new Set(pairs).size).toBe(100);
    for (const pair of pairs) expect(pairIn(hashOf(pair))).toBe(pair);
    for (const hash of ['', '#', '#speaker=', '#speaker=xyz', '#camera=1,2,3,4,5,6'])
      expect(pairIn(hash)).toBeUndefined();
  });
});
