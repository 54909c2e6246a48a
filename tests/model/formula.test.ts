import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, idsIn, type Ranged } from '../../src/model/formula.ts';
import { fromSi, toSi } from '../../src/model/furtherUnits.ts';

const seed = 122214;
const exactly = (value: number): Ranged => ({ value, low: value, high: value });
const nothing = (id: string): Ranged => {
  throw new RangeError(`no figure ${id}`);
};

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 / 2 / 2', 2],
    ['10 - 3 - 2', 5],
    ['2 * 8760 h', 2 * 8760 * 3600],
    ['40 %', 0.4],
    ['1e26 FLOP / 1 EFLOP/s', 1e8],
    ['192 GB / 141 GB - 1', 192 / 141 - 1],
  ])('is read as people read it, units included: %s', (formula, value) => {
    expect(evaluate(formula, nothing).value).toBeCloseTo(value, 9);
  });

  it('names figures by their ids, each once', () => {
    const values: Record<string, number> = { 'b200.memory': 192, 'power.2024-09-02.it': 139 };
    const formula = '{b200.memory} * ({power.2024-09-02.it} + {b200.memory})';
    expect(idsIn(formula)).toEqual(['b200.memory', 'power.2024-09-02.it']);
    expect(evaluate(formula, (id) => exactly(values[id]!)).value).toBe(192 * (139 + 192));
    expect(() => evaluate('{gone} + 1', nothing)).toThrow(RangeError);
  });

  it.each(['', '1 +', '(1', '1 2', ')', '1 $ 2', '{a', '* 2'])('that is none is refused: %j', (formula) => {
    expect(() => evaluate(formula, () => exactly(1))).toThrow(SyntaxError);
  });

  it(`has a range that holds every result of values in the ranges of its figures, and reaches its ends (seed ${seed})`, () => {
    const part = fc
      .tuple(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
      )
      .map(([value, below, above]) => ({ value, low: value * (1 - below), high: value * (1 + above) }));
    const formulas = ['{a} / {b} - 1', '{a} * {b} / {c}', '({a} - {b}) * {c}', '{a} / ({b} + {c})'];
    fc.assert(
      fc.property(
        fc.record({ a: part, b: part, c: part }),
        fc.constantFrom(...formulas),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (figures, formula, [a, b, c]) => {
          const share: Record<string, number> = { a: a!, b: b!, c: c! };
          const own = figures as Record<string, Ranged>;
          const { low, high, value } = evaluate(formula, (id) => own[id]!);
          const somewhere = evaluate(formula, (id) =>
            exactly(own[id]!.low + (own[id]!.high - own[id]!.low) * share[id]!),
          ).value;
          const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
          for (const result of [value, somewhere]) {
            expect(result).toBeGreaterThanOrEqual(low - slack);
            expect(result).toBeLessThanOrEqual(high + slack);
          }
          const ends = ['low', 'high'] as const;
          const corners = ends.flatMap((x) =>
            ends.flatMap((y) =>
              ends.map((z) => {
                const end: Record<string, 'low' | 'high'> = { a: x, b: y, c: z };
                return evaluate(formula, (id) => exactly(own[id]![end[id]!])).value;
              }),
            ),
          );
          expect(Math.abs(Math.min(...corners) - low)).toBeLessThanOrEqual(slack);
          expect(Math.abs(Math.max(...corners) - high)).toBeLessThanOrEqual(slack);
        },
      ),
      { seed, numRuns: 200 },
    );
  });
});

describe('units of computed figures', () => {
  it('are converted both ways, and so are all others', () => {
    expect(toSi(1, 'TWh')).toBe(3.6e15);
    expect(fromSi(0.362, '%')).toBeCloseTo(36.2, 9);
    expect(toSi(2, 'days')).toBe(172_800);
    expect(fromSi(toSi(19, 'MW'), 'kW')).toBeCloseTo(19_000, 6);
    expect(() => toSi(1, 'miles')).toThrow(RangeError);
  });
});
