import type { Experience } from '../../state/experience.ts';
import type { Say } from '../../state/words.ts';
import { shownAt } from '../../views/view.ts';
import { dayWords, type Part, partOf } from './controls.ts';
import { make } from './make.ts';

/** Milliseconds between announcements while playing, and from the last change until one otherwise. */
const QUIET_MS = 1000;

/** Announces view, day and counts to screen readers after they have changed, and nothing twice. */
export function createSpoken(root: ShadowRoot, experience: Experience, say: Say): Part {
  const { store } = experience;
  const region = make('p', 'spoken');
  region.setAttribute('role', 'status');
  const words = dayWords(experience, say);
  const read = () => {
    const { view } = store.getState();
    return {
      view,
      text: say('spoken', {
        view: say(`view.${shownAt(view, experience.campus().layout.totals.gpus)}`),
        ...words(),
      }),
    };
  };
  let told = read();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function tell() {
    waiting = undefined;
    const now = read();
    // The slider itself tells the day while it has the focus.
    const isTold = now.view === told.view && root.activeElement?.matches('.days');
    if (now.text !== told.text && !isTold) region.textContent = now.text;
    told = now;
  }
  const stop = store.subscribe((state, before) => {
    if (state.moment === before.moment && state.view === before.view && state.playing === before.playing)
      return;
    if (state.playing && waiting !== undefined) return;
    clearTimeout(waiting);
    waiting = setTimeout(tell, QUIET_MS);
  });
  return partOf(region, stop, () => clearTimeout(waiting));
}
