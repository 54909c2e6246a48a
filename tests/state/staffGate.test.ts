import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSED_GATE, tapped, tried } from '../../src/state/staffGate.ts';

const seed = 271126;

describe(`the way to the staff page (seed ${seed})`, () => {
  it('is asked for by seven taps within five seconds, and by no slower ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 40 }), (gaps) => {
        let [now, taps, since] = [0, [] as readonly number[], 0];
        const all: number[] = [];
        for (const gap of gaps) {
          now += gap;
          all.push(now);
          const next = tapped(taps, now);
          taps = next.taps;
          const last = all.slice(since).filter((at) => now - at <= 5000);
          expect(next.asks).toBe(last.length >= 7);
          if (next.asks) since = all.length;
        }
      }),
      { seed },
    );
  });

  it('opens for the code, and makes wrong ones wait longer and longer', () => {
    let gate = CLOSED_GATE;
    let now = 0;
    const waits: number[] = [];
    for (let wrong = 0; wrong < 12; wrong++) {
      const next = tried(gate, '0000', '4711', now);
      expect(next.opens).toBe(false);
      gate = next.gate;
      // Not even the right one opens it before the time.
      if (gate.closedUntil > now) expect(tried(gate, '4711', '4711', gate.closedUntil - 1).opens).toBe(false);
      waits.push(gate.closedUntil - now);
      now = gate.closedUntil;
    }
    expect(waits.slice(0, 5)).toEqual([0, 0, 5000, 10_000, 20_000]);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(600_000);
    expect(tried(gate, '4711', '4711', now)).toEqual({ gate: CLOSED_GATE, opens: true });
  });
});
