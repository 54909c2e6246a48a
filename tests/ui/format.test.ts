import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usableTag } from '../../src/state/words.ts';
import { barLength, createFormat, directionOf } from '../../src/ui/format.ts';

const seed = 20240902;
const english = createFormat('en-GB');

describe('numbers and dates', () => {
  it('groups counts and never rounds them up', () => {
    expect(english.whole(200_000)).toBe('200,000');
    expect(english.whole(99_999.9)).toBe('99,999');
    expect(createFormat('de-CH').whole(100_000)).toMatch(/^100['’]000$/);
  });

  it('writes power in megawatts, with a decimal below ten', () => {
    expect(english.power(139e6)).toBe('139 MW');
    expect(english.power(7.94e6)).toBe('7.9 MW');
    expect(english.power(9.96e6)).toBe('10 MW');
    expect(english.power(0)).toBe('0 MW');
  });

  it('writes dates in full, short, and as far as they are known', () => {
    expect(english.date('2024-09-02')).toBe('2 September 2024');
    expect(english.knownDate('2024-09-02')).toBe('2 September 2024');
    expect(english.knownDate('2024-10')).toBe('Oct 2024');
    expect(english.knownDate('2023')).toBe('2023');
    expect(createFormat('de').date('2024-12-03')).toBe('3. Dezember 2024');
  });

  it('knows the direction of a language and survives a tag that is none', () => {
    expect(['ar', 'he-IL', 'fa', 'en', 'az-Arab', 'ar-Latn'].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'rtl',
      'ltr',
    ]);
    expect(usableTag('not a tag')).toBe('en');
    expect(usableTag(undefined)).toBe('en');
  });
});

describe('heights, lists and years', () => {
  const tags = ['en', 'de', 'es', 'fr', 'zh-Hans', 'ar'];

  it('writes the height of a person to the centimetre, with the unit of the language', () => {
    expect(english.height(1.55)).toBe('1.55 m');
    expect(createFormat('de').height(1.5)).toBe('1,5 m');
    for (const tag of ['zh-Hans', 'ar']) expect(createFormat(tag).height(2.236), tag).not.toMatch(/m/);
  });

  it.each(tags)('joins what is counted with no sign of another language in %s', (tag) => {
    const list = createFormat(tag).list(['AAA', 'BBB', 'CCC']);
    if (tag === 'zh-Hans' || tag === 'ar') expect(list).not.toMatch(/[,;]/);
    expect(list.match(/[A-C]{3}/g)).toEqual(['AAA', 'BBB', 'CCC']);
  });

  it.each(tags)('writes years of an axis as bare numbers in %s', (tag) => {
    expect(createFormat(tag).yearNumber('2026-01-01')).toBe('2026');
  });
});

describe('the scale bar', () => {
  it('writes lengths in the unit that suits them', () => {
    expect([0.01, 0.2, 1, 50, 500].map(english.length)).toEqual(['10 mm', '200 mm', '1 m', '50 m', '500 m']);
    expect(english.imperial(50)).toBe('164 ft');
    expect(english.imperial(0.1)).toBe('3.9 in');
  });

  it(`is the longest 1-2-5 length that fits, at any distance (seed ${seed})`, () => {
    const log = fc.double({ min: -5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(log, fc.integer({ min: 72, max: 640 }), (exponent, most) => {
        const metresPerPixel = 10 ** exponent;
        const metres = barLength(metresPerPixel, most);
        const pixels = metres / metresPerPixel;
        if (metres === 0) {
          expect(0.01 / metresPerPixel).toBeGreaterThan(most * 0.999);
          return;
        }
        expect(pixels).toBeLessThanOrEqual(most * 1.0000001);
        expect([1, 2, 5]).toContain(Number(metres.toExponential().split('e')[0]));
        // The next longer one, at most two and a half times as long, does not fit.
        if (metres < 500) expect(pixels * 2.5).toBeGreaterThan(most * 0.999);
        expect(metres).toBeGreaterThanOrEqual(0.01);
        expect(metres).toBeLessThanOrEqual(500);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('is silent before the first frame', () => {
    expect(barLength(0, 200)).toBe(0);
    expect(barLength(Number.NaN, 200)).toBe(0);
    expect(barLength(Number.POSITIVE_INFINITY, 200)).toBe(0);
  });
});
