import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chosenTag } from '../../src/state/words.ts';

const SEED = 20260311;

const inBrowser = (language: unknown) => vi.stubGlobal('navigator', { language });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the language to speak in', () => {
  it(`is one that Intl accepts, whatever the browser says (seed ${SEED})`, () => {
    const parts = fc.constantFrom('en', 'de', 'US', '-', '_', '@', '.', 'posix', 'UTF-8', 'x', '*', ' ');
    const names = fc.oneof(
      fc.string(),
      fc.array(parts).map((all) => all.join('')),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(names, (name) => {
        inBrowser(name);
        expect(() => new Intl.DateTimeFormat(chosenTag())).not.toThrow();
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it.each([
    ['C', 'en'],
    ['', 'en'],
    ['en-US@posix', 'en-US'],
    ['de_DE.UTF-8', 'de-DE'],
    ['ar-u-nu-latn', 'ar-u-nu-latn'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
  ])('is, in a browser that says %j, %s', (name, tag) => {
    inBrowser(name);
    expect(chosenTag()).toBe(tag);
    expect(chosenTag('fr')).toBe('fr');
  });
});
