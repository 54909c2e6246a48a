import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Experience } from '../../src/state/experience.ts';

let page: EventTarget;
let mountWhen: typeof import('../../src/ui/mountWhen.ts').mountWhen;

beforeEach(async () => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  vi.resetModules();
  ({ mountWhen } = await import('../../src/ui/mountWhen.ts'));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** What mounts once `isWanted`, and what happened to it. */
function mounting(load: () => Promise<unknown>) {
  const state = { isWanted: false };
  const listeners = new Set<() => void>();
  const happened = { mounted: 0, notices: 0 };
  const experience = {
    store: {
      getState: () => state,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    miss: () => {
      happened.notices++;
      return () => {
        happened.notices--;
      };
    },
  } as unknown as Experience;
  const loading = vi.fn(async () => {
    await load();
    return () => {
      happened.mounted++;
      return () => {
        happened.mounted--;
      };
    };
  });
  const end = mountWhen(experience, (each) => (each as unknown as typeof state).isWanted, loading);
  return {
    happened,
    loading,
    end,
    async want() {
      state.isWanted = true;
      for (const listener of [...listeners]) listener();
      await vi.waitFor(() => expect(happened.mounted + happened.notices).toBe(1));
    },
  };
}

describe('what is mounted once it is wanted', () => {
  it('is loaded then, once, and taken away at the end', async () => {
    const { happened, loading, end, want } = mounting(async () => undefined);
    expect(loading).not.toHaveBeenCalled();
    await want();
    await want();
    expect(loading).toHaveBeenCalledTimes(1);
    expect(happened).toEqual({ mounted: 1, notices: 0 });
    end();
    expect(happened).toEqual({ mounted: 0, notices: 0 });
  });

  it('is said to be missing while its code does not come, and comes with the network', async () => {
    let isGone = true;
    const { happened, loading, end, want } = mounting(async () => {
      if (isGone) throw new Error('gone');
    });
    await want();
    expect(happened).toEqual({ mounted: 0, notices: 1 });
    isGone = false;
    page.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(happened).toEqual({ mounted: 1, notices: 0 }));
    expect(loading).toHaveBeenCalledTimes(2);
    end();
    expect(happened).toEqual({ mounted: 0, notices: 0 });
  });

  it('is not asked for again after the end, which takes the notice away', async () => {
    const { happened, loading, end, want } = mounting(() => Promise.reject(new Error('gone')));
    await want();
    end();
    expect(happened.notices).toBe(0);
    page.dispatchEvent(new Event('online'));
    expect(loading).toHaveBeenCalledTimes(1);
  });
});
