import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeUpdates } from '../../../src/modes/exhibit/takeUpdates.ts';

const SEED = 14;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

/** An exhibit whose browser keeps a version, and what has been done to it. */
function exhibit() {
  const registration = { waiting: null as unknown, update: vi.fn(async () => undefined) };
  const page = { isFree: true, reload: vi.fn(), registration };
  const stop = takeUpdates(() => page.isFree, {
    registration: async () => registration as unknown as ServiceWorkerRegistration,
    reload: page.reload,
  });
  return { ...page, page, stop };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { sessionStorage: storage() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an exhibit without a watchdog', () => {
  it(`takes a new version only in its attract loop, and tries one at most once an hour (seed ${SEED})`, async () => {
    const minutes = fc.array(fc.record({ isFree: fc.boolean(), waits: fc.boolean() }), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(minutes, async (all) => {
        vi.stubGlobal('window', { sessionStorage: storage() });
        const { page, registration, reload, stop } = exhibit();
        let last = Number.NEGATIVE_INFINITY;
        for (const [minute, { isFree, waits }] of all.entries()) {
          page.isFree = isFree;
          registration.waiting = waits ? {} : null;
          reload.mockClear();
          await vi.advanceTimersByTimeAsync(MINUTE);
          const isDue = isFree && waits && minute - last >= 60;
          expect(reload).toHaveBeenCalledTimes(isDue ? 1 : 0);
          if (isDue) last = minute;
        }
        stop();
      }),
      { seed: SEED, numRuns: 50 },
    );
  });

  it('does not take it if a visitor comes while it is looked for', async () => {
    const page = { isFree: true };
    const reload = vi.fn();
    const stop = takeUpdates(() => page.isFree, {
      registration: async () => {
        page.isFree = false;
        return { waiting: {} as ServiceWorker, update: async () => undefined as never };
      },
      reload,
    });
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(reload).not.toHaveBeenCalled();
    stop();
  });

  it('asks once an hour for a new version, also after there was no network, and never once it is stopped', async () => {
    const { registration, stop } = exhibit();
    registration.update.mockRejectedValueOnce(new TypeError('no network'));
    await vi.advanceTimersByTimeAsync(5 * HOUR + 1);
    expect(registration.update).toHaveBeenCalledTimes(5);
    stop();
    await vi.advanceTimersByTimeAsync(5 * HOUR);
    expect(registration.update).toHaveBeenCalledTimes(5);
  });
});
