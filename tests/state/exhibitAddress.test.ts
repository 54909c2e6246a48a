import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExhibitWish, readExhibit } from '../../src/state/exhibitAddress.ts';
import { sayIn } from '../../src/state/words.ts';
import { exhibitWords } from '../../src/ui/exhibit/words.ts';

const seed = 60_32_800;
const USUAL: ExhibitWish = { idle: 60, diagonal: 32, mount: 800 };
const RANGES = { idle: [10, 3600], diagonal: [7, 200], mount: [0, 3000] } as const;
const key = fc.constantFrom('idle', 'diagonal', 'mount');

describe(`the address of an exhibit (seed ${seed})`, () => {
  it('is its screen and its patience where they are in range, and leaves the rest', () => {
    fc.assert(
      fc.property(key, fc.double({ min: 0, max: 1, noNaN: true }), (key, share) => {
        const [least, most] = RANGES[key];
        const value = Number((least + (most - least) * share).toFixed(2));
        const query = [
          ['look', 'night'],
          [key, String(value)],
        ] as const;
        expect(readExhibit(query)).toEqual({
          wish: { ...USUAL, [key]: value },
          rest: [['look', 'night']],
          messages: [],
          isSized: key === 'diagonal',
        });
      }),
      { seed },
    );
  });

  it('gets a sentence for anything else, and the usual value', () => {
    const say = sayIn('en', exhibitWords);
    const wrong = fc.oneof(
      fc.constantFrom('', '-1', '1e3', 'NaN', 'Infinity', '3600.5', '5', ' 20'),
      fc.string().filter((text) => !/^\d+(\.\d+)?$/.test(text)),
    );
    fc.assert(
      fc.property(key, wrong, (key, value) => {
        fc.pre(!(key === 'mount' && value === '5'));
        const { wish, messages, isSized } = readExhibit([[key, value]]);
        expect(wish).toEqual(USUAL);
        expect(isSized).toBe(false);
        expect(messages).toHaveLength(1);
        expect(say(messages[0]!.key, messages[0]!.values)).toMatch(
          new RegExp(`from ${RANGES[key][0]} to ${RANGES[key][1]}, so ${USUAL[key]} is taken`),
        );
      }),
      { seed },
    );
  });
});
