import type { StageControl, StageState } from '../state/stageControl.ts';
import type { Mounted } from './mountExperience.ts';

/** Makes the control of a mounted stage, which lives as long as its page. */
export function createStageControl({ experience, stories }: Mounted): StageControl {
  const { store } = experience;
  const listeners = new Set<() => void>();
  let state: StageState = { told: store.getState().story, blank: 'none', audience: 'live' };
  function change(part: Partial<StageState>) {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }
  store.subscribe(({ story }, before) => {
    if (story !== before.story) change({ told: story });
  });
  return {
    state: () => state,
    next: async () => (await stories()).next(),
    previous: async () => (await stories()).previous(),
    async goTo(step) {
      const { story } = state.told?.position ?? {};
      if (story !== undefined) await (await stories()).goToStep(story, step);
    },
    begin: async (story) => (await stories()).goToStep(story),
    blank: (blank) => change({ blank }),
    freeze: (isFrozen) => change({ audience: isFrozen ? 'frozen' : 'live' }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
