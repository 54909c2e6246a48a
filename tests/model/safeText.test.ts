import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { checkSite } from '../../src/model/check.ts';
import { safeText } from '../../src/model/safeText.ts';
import { accepted } from '../fixtures/accepted.ts';

const seed = 20241203;
const RLO = '\u202e';
const ZWJ = '\u200d';
const ZWNJ = '\u200c';

describe('foreign text', () => {
  it.each([
    ['plain text', 'Hall 1, "north" & <b>south</b>', 'Hall 1, "north" & <b>south</b>'],
    ['a direction override', `Hall ${RLO}1 lla`, 'Hall 1 lla'],
    ['isolates and marks of direction', '\u2066Hall\u2069 \u200e1\u200f\u061c', 'Hall 1'],
    ['zero-width spaces and fillers', 'Ha\u200bll\ufeff\u2060 \u31641', 'Hall 1'],
    ['soft hyphens and tags', 'Ha\u00adll\u{e0041}', 'Hall'],
    ['line ends and tabs', 'Hall\r\n1\tnorth\u20282', 'Hall 1 north 2'],
    ['letters and their marks', 'Cafe\u0301', 'Caf\u00e9'],
    ['a heap of marks', `Z${'\u0323\u030d'.repeat(40)}algo`, /^\p{L}\p{M}{1,4}algo$/u],
    ['a joiner within Persian and Hindi words', `می${ZWNJ}خواهم क्${ZWJ}ष`, `می${ZWNJ}خواهم क्${ZWJ}ष`],
    ['a joiner in a picture of several', `👩${ZWJ}🚀`, `👩${ZWJ}🚀`],
    ['joiners with nothing to join', `a${ZWJ}${ZWJ} ${ZWNJ}1${ZWJ}`, 'a 1'],
    ['Hebrew with its points', 'שָׁלוֹם'.normalize('NFC'), 'שָׁלוֹם'.normalize('NFC')],
    ['Thai with a vowel and a tone', 'ที่', 'ที่'],
  ] as [string, string, string | RegExp][])(
    'keeps what scripts need and nothing else: %s',
    (_, text, expected) => {
      const safe = safeText(text);
      if (expected instanceof RegExp) expect(safe).toMatch(expected);
      else expect(safe).toBe(expected);
    },
  );

  it.each([
    ['a control character', 'Hall \u0007'],
    ['an escape', '\u001b[31m'],
    ['half of a character', 'Hall \ud83d'],
    ['nothing that is seen', '\u200b\u202e\u2066'],
  ])('is refused where it cannot be shown: %s', (_, text) => {
    expect(safeText(text)).toBeUndefined();
  });

  it(`stays as it is when made safe again (seed ${seed})`, () => {
    const odd = fc.constantFrom(RLO, ZWJ, ZWNJ, '\u0301', '\u0323', '\u200b', 'a', 'é', 'क', '्', ' ', '👩');
    const text = fc.array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 2 })), { maxLength: 12 });
    fc.assert(
      fc.property(text, (parts) => {
        const safe = safeText(parts.join(''));
        if (safe === undefined) return;
        expect(safeText(safe)).toBe(safe);
        expect(safe).toBe(safe.normalize('NFC'));
        expect(safe).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\ufeff]|[\p{Mn}\p{Me}]{5}/u);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('the text of a checked document', () => {
  it('is safe in every field, and the given document is left as it was', () => {
    const document = structuredClone(builtinSites.colossus!);
    document.name = `${RLO}sussoloC`;
    document.halls[0]!.name = 'Cafe\u0301';
    document.milestones![0]!.text = 'One\nTwo';
    const checked = accepted(document);
    expect(checked.name).toBe('sussoloC');
    expect(checked.halls[0]!.name).toBe('Caf\u00e9');
    expect(checked.milestones![0]!.text).toBe('One Two');
    expect(document.name).toBe(`${RLO}sussoloC`);
  });

  it('is refused with its path where it cannot be shown, and reasons are safe to show themselves', () => {
    const document = structuredClone(builtinSites.colossus!) as unknown as Record<string, unknown>;
    (document.halls as { name: string }[])[2]!.name = 'Hall\u0000';
    expect(checkSite(document)).toMatchObject({
      errors: [{ path: 'halls[2].name', found: 'text that cannot be shown' }],
    });
    document[`k${RLO}ey`] = 1;
    document.schemaVersion = `${RLO}1`;
    const result = checkSite(document);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain(RLO);
  });
});
