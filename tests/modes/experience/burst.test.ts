import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBurst } from '../../../src/modes/experience/burst.ts';

const SEED = 20_261_127;

describe('a burst of calls', () => {
  it('does the first at once and of the others in the same task only the last, in a task of its own', async () => {
    const burst = createBurst();
    const done: number[] = [];
    for (const call of [1, 2, 3, 4]) burst.run(() => done.push(call));
    expect(done).toEqual([1]);
    await burst.settled();
    expect(done).toEqual([1, 4]);
  });

  it('does at once what waits when it has to go on, and never what was taken back', async () => {
    const burst = createBurst();
    const done: number[] = [];
    for (const call of [1, 2]) burst.run(() => done.push(call));
    burst.flush();
    expect(done).toEqual([1, 2]);
    burst.run(() => done.push(3));
    burst.clear();
    await burst.settled();
    expect(done).toEqual([1, 2]);
  });

  it(`ends with the last call however they come, none of them twice (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 }), async (sizes) => {
        const burst = createBurst();
        const done: number[] = [];
        let call = 0;
        for (const size of sizes) {
          for (let at = 0; at <= size; at++) {
            const mine = ++call;
            burst.run(() => done.push(mine));
          }
          await burst.settled();
          expect(done.at(-1)).toBe(call);
        }
        expect(new Set(done).size).toBe(done.length);
      }),
      { seed: SEED, numRuns: 50 },
    );
  });
});
