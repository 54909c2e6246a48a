import type { StageControl, StageState } from '../../state/stageControl.ts';
import type { Mounted } from '../experience/mountExperience.ts';
import { blankBefore, rememberBlank, rememberFrozen } from './rememberAudience.ts';

/** Makes the control of a mounted stage, which lives as long as its page. What covered the picture before a reload covers it again. */
export function createStageControl({ experience, stories }: Mounted): StageControl {
  const { store } = experience;
  const listeners = new Set<() => void>();
  let state: StageState = {
    told: store.getState().story,
    blank: blankBefore(),
    audience: 'live',
    frozenAt: undefined,
  };
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
    blank(blank) {
      rememberBlank(blank);
      change({ blank });
    },
    freeze(isFrozen) {
      const frozenAt = isFrozen ? (state.frozenAt ?? state.told?.position) : undefined;
      rememberFrozen(frozenAt);
      change({ audience: isFrozen ? 'frozen' : 'live', frozenAt });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
