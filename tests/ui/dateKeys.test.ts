import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../src/model/days.ts';
import { within } from '../../src/state/span.ts';
import { dayFor } from '../../src/ui/element/dateKeys.ts';

const seed = 20240902;
const runs = { seed, numRuns: 1000 };
const dayZero = '2024-05-03';
const span = { first: 0, last: 733 };
const whole = fc.integer({ min: 0, max: 733 });
const anyDay = fc.double({ min: 0, max: 733, noNaN: true });
const to = (key: string, day: number, direction = 'ltr') => dayFor(key, direction, { day, span, dayZero })!;

describe(`keys of the day slider (seed ${seed})`, () => {
  it('go one day with an arrow, and back with the other', () => {
    fc.assert(
      fc.property(whole, (day) => {
        for (const [forward, back] of [
          ['ArrowRight', 'ArrowLeft'],
          ['ArrowUp', 'ArrowDown'],
        ] as const) {
          expect(to(forward, day)).toBe(day + 1);
          expect(to(back, day)).toBe(day - 1);
        }
        expect(to('ArrowLeft', day, 'rtl')).toBe(day + 1);
        expect(to('ArrowRight', day, 'rtl')).toBe(day - 1);
        expect(to('ArrowUp', day, 'rtl')).toBe(day + 1);
      }),
      runs,
    );
  });

  it('lead from between two days to the next whole one', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [after, before] = [to('ArrowRight', day), to('ArrowLeft', day)];
        expect([Number.isInteger(after), Number.isInteger(before)]).toEqual([true, true]);
        expect(after).toBeGreaterThan(day);
        expect(after - day).toBeLessThanOrEqual(1 + 1e-6);
        expect(before).toBeLessThan(day);
        expect(day - before).toBeLessThanOrEqual(1 + 1e-6);
      }),
      runs,
    );
  });

  it('reach every date of a span from every other', () => {
    fc.assert(
      fc.property(whole, whole, (from, wanted) => {
        let [day, presses] = [from, 0];
        while (day !== wanted && presses++ < 100) {
          const month = to(wanted > day ? 'PageUp' : 'PageDown', day);
          const isNearer = wanted > day ? month <= wanted : month >= wanted;
          day = within(span, isNearer ? month : to(wanted > day ? 'ArrowRight' : 'ArrowLeft', day));
        }
        expect(day).toBe(wanted);
      }),
      runs,
    );
  });

  it('go to the same day of the next month, or the last of a shorter one', () => {
    fc.assert(
      fc.property(whole, (day) => {
        const [year, month, date] = dateOf(dayZero, day).split('-').map(Number) as [number, number, number];
        const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
        const next = dateOf(dayZero, to('PageUp', day));
        expect(Number(next.slice(8))).toBe(Math.min(date, lastOfNext));
        expect(Number(next.slice(5, 7))).toBe((month % 12) + 1);
        const lastOfPrevious = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
        expect(Number(dateOf(dayZero, to('PageDown', day)).slice(8))).toBe(Math.min(date, lastOfPrevious));
      }),
      runs,
    );
    expect(to('PageUp', dayOf(dayZero, '2025-01-31'))).toBe(dayOf(dayZero, '2025-02-28'));
  });

  it('go to the ends of the span', () => {
    const bounded = { day: 70, span: { first: 60, last: 122 }, dayZero };
    expect([dayFor('Home', 'ltr', bounded), dayFor('End', 'ltr', bounded)]).toEqual([60, 122]);
  });

  it.each(['Tab', 'Enter', ' ', 'a', 'Escape', 'toString'])('leave %s alone', (key) => {
    expect(dayFor(key, 'ltr', { day: 70, span, dayZero })).toBeUndefined();
  });
});
