import type { Say } from '../../state/words.ts';
import { make } from '../element/make.ts';

/** Whether the page is kept for use offline; as `OfflineState` of the page that keeps it. */
type Kept = 'none' | 'loading' | 'ready' | 'failed';

/** The sentence about use offline; says the state that it was told last. */
export function createOfflineLine(say: Say): { root: HTMLElement; tell(state: Kept): void } {
  const root = make('p', 'stage-offline');
  root.setAttribute('role', 'status');
  return {
    root,
    tell(state) {
      root.dataset.offline = state;
      root.textContent = say(`stage.offline.${state}`);
    },
  };
}
