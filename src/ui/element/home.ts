import type { Experience } from '../../state/experience.ts';
import type { Say } from '../../state/words.ts';
import { type Part, partOf } from './controls.ts';
import { make } from './make.ts';

/** Milliseconds between looks at where the camera is, while frames are drawn. */
const LOOK_MS = 200;

/** The button that leads back to the view that the page asked for, shown while the camera is elsewhere or the picture is activated. */
export function createHome(experience: Experience, say: Say, home: { isHere(): boolean; go(): void }): Part {
  const { store, live } = experience;
  const root = make('button', 'home', '⌂');
  root.type = 'button';
  root.setAttribute('aria-label', say('element.home'));
  root.title = say('element.home');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function show() {
    waiting = undefined;
    root.hidden = home.isHere() && !store.getState().isActivated;
  }
  const later = () => {
    waiting ??= setTimeout(show, LOOK_MS);
  };
  root.addEventListener('click', () => {
    experience.set({ isActivated: false });
    home.go();
  });
  root.hidden = true;
  return partOf(root, live.watch(later), store.subscribe(later), () => clearTimeout(waiting));
}
