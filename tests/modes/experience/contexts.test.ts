import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  type ContextUser,
  leaveContexts,
  MOST_CONTEXTS,
  nearest,
  shareContexts,
} from '../../../src/modes/experience/contexts.ts';

globalThis.addEventListener ??= (() => {}) as typeof addEventListener;
globalThis.removeEventListener ??= (() => {}) as typeof removeEventListener;

/** A user at a distance that the test can change, and how many hold a context at once. */
function users(distances: number[]) {
  const page = { held: 0, most: 0 };
  const made = distances.map((distance): ContextUser & { at: number } => {
    let holds = false;
    return {
      at: distance,
      distance() {
        return this.at;
      },
      holds: () => holds,
      async take() {
        await Promise.resolve();
        holds = true;
        page.most = Math.max(page.most, ++page.held);
      },
      async release() {
        await Promise.resolve();
        holds = false;
        page.held--;
      },
    };
  });
  return { page, made };
}

describe('contexts of a page', () => {
  it('are held by the nearest to the middle of the window (seed 7)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { maxLength: 40 }), (distances) => {
        const { made } = users(distances);
        const chosen = nearest(made).map((user) => user.distance());
        expect(chosen).toEqual([...distances].sort((a, b) => a - b).slice(0, MOST_CONTEXTS));
      }),
      { seed: 7 },
    );
  });

  it('are never more than allowed, and everybody who asks has one once (seed 8)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 30 }),
        async (distances) => {
          const { page, made } = users(distances);
          const had = new Set<number>();
          await Promise.all(
            made.map(async (user, index) => {
              await shareContexts(user);
              if (user.holds()) had.add(index);
            }),
          );
          for (const user of made) leaveContexts(user);
          expect(page.most).toBe(Math.min(MOST_CONTEXTS, made.length));
          expect(had.size).toBe(made.length);
        },
      ),
      { seed: 8, numRuns: 40 },
    );
  });

  it('go to those that are nearest within a second of the last scroll, and to none before that', async () => {
    vi.useFakeTimers();
    const heard = vi.spyOn(globalThis, 'addEventListener');
    try {
      const { page, made } = users(Array.from({ length: 20 }, (_, at) => at));
      const holders = () => made.flatMap((user, at) => (user.holds() ? [at] : []));
      await Promise.all(made.map((user) => shareContexts(user)));
      await vi.advanceTimersByTimeAsync(1000);
      expect(holders()).toEqual([0, 1, 2, 3, 4, 5]);
      const scroll = heard.mock.calls.find(([name]) => name === 'scroll')![1] as () => void;
      // The other end of the page comes near while it scrolls.
      made.forEach((user, at) => {
        user.at = 20 - at;
      });
      for (let step = 0; step < 20; step++) {
        scroll();
        await vi.advanceTimersByTimeAsync(100);
        expect(holders()).toEqual([0, 1, 2, 3, 4, 5]);
      }
      await vi.advanceTimersByTimeAsync(900);
      expect(holders()).toEqual([14, 15, 16, 17, 18, 19]);
      // One that is far away takes a context for a moment.
      await shareContexts(made[0]!);
      expect(holders()).toContain(0);
      await vi.advanceTimersByTimeAsync(1000);
      expect(holders()).toEqual([14, 15, 16, 17, 18, 19]);
      expect(page.most).toBe(MOST_CONTEXTS);
      for (const user of made) leaveContexts(user);
    } finally {
      heard.mockRestore();
      vi.useRealTimers();
    }
  });
});
