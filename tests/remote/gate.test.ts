import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate, newCode } from '../../scripts/remote/gate.mjs';

const SEED = 13;

/** A gate for the code `k7m2xq` with a clock of its own. */
function gate() {
  let time = 1_000_000;
  const check = createGate('k7m2xq', () => time);
  return { check, pass: (ms: number) => (time += ms) };
}

describe('the code of the remote', () => {
  it('has six letters and digits of which none looks like another, and is another one each time', () => {
    const codes = Array.from({ length: 200 }, newCode);
    for (const code of codes) expect(code).toMatch(/^[2-9a-hjkmnp-z]{6}$/);
    expect(new Set(codes).size).toBeGreaterThan(195);
  });

  it('is taken with capitals, spaces and hyphens, too', () => {
    for (const typed of ['k7m2xq', 'K7M 2XQ', ' k7m-2xq '])
      expect(gate().check('a', typed).verdict).toBe('right');
  });

  it(`is not taken from any other text (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        fc.pre(text.toLowerCase().replace(/[\s-]/g, '') !== 'k7m2xq');
        expect(gate().check('a', text).verdict).toBe('wrong');
      }),
      { seed: SEED },
    );
  });

  it('is not looked at during the wait after a wrong one, which doubles up to a minute', () => {
    const { check, pass } = gate();
    const waits = Array.from({ length: 10 }, () => {
      const { waitMs } = check('a', 'wrong');
      expect(check('a', 'k7m2xq')).toEqual({ verdict: 'wait', waitMs });
      pass(waitMs);
      return waitMs;
    });
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(check('a', 'k7m2xq').verdict).toBe('right');
  });

  it('says the whole wait, also when the clock moves on while it is looked at', () => {
    let time = 1_000_000;
    const check = createGate('k7m2xq', () => time++);
    expect(check('a', 'wrong')).toEqual({ verdict: 'wrong', waitMs: 500 });
  });

  it('makes every new address wait once many have guessed, and not one that had the right code before', () => {
    const { check } = gate();
    expect(check('speaker', 'k7m2xq').verdict).toBe('right');
    for (let guess = 0; guess < 10; guess++) check(`guesser ${guess}`, 'wrong');
    expect(check('late', 'k7m2xq').verdict).toBe('right');
    for (let guess = 10; guess < 12; guess++) check(`guesser ${guess}`, 'wrong');
    expect(check('later', 'k7m2xq')).toMatchObject({ verdict: 'wait', waitMs: expect.any(Number) });
    expect(check('speaker', 'k7m2xq').verdict).toBe('right');
  });

  it('allows less than 20,000 guesses a day from any number of addresses', () => {
    const { check, pass } = gate();
    let guesses = 0;
    for (let second = 0; second < 3600; second += 0.7) {
      if (check(`guesser ${second}`, 'wrong').verdict === 'wrong') guesses++;
      pass(700);
    }
    expect(guesses).toBeGreaterThan(100);
    expect(guesses * 24).toBeLessThan(20_000);
  });
});
