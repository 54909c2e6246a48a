import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ContextUser,
  leaveContexts,
  MOST_CONTEXTS,
  nearest,
  shareContexts,
} from '../../src/modes/contexts.ts';

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
});
