import type { Experience } from '../../state/experience.ts';
import type { Say } from '../../state/words.ts';
import { type Part, partOf } from './controls.ts';
import { make } from './make.ts';

/** Least width of a picture with a hint, CSS pixels. */
const LEAST_WIDTH = 260;
/** How long the hint is shown, milliseconds. */
const SHOWN_MS = 5000;

/** Whether the page has shown the hint; other elements on it do not repeat it. */
let isShown = false;

/**
 * A line that says how to turn the picture, shown when a pointer first comes over a picture of the page that is wide enough and has no
 * notices, which are in the same place.
 */
export function createHint(element: HTMLElement, experience: Experience, say: Say): Part {
  const root = make('p', 'hint');
  // The picture's label says the same.
  root.setAttribute('aria-hidden', 'true');
  root.hidden = true;
  root.dir = 'auto';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    root.hidden = true;
  };
  const show = ({ pointerType }: PointerEvent) => {
    const isNarrow = element.clientWidth < LEAST_WIDTH;
    if (
      isShown ||
      isNarrow ||
      experience.wheel() === 'zoom' ||
      experience.store.getState().notices.length > 0
    )
      return;
    isShown = true;
    root.textContent = say(pointerType === 'touch' ? 'element.hintTouch' : 'element.hintMouse');
    root.hidden = false;
    waiting = setTimeout(hide, SHOWN_MS);
  };
  element.addEventListener('pointerenter', show);
  return partOf(
    root,
    () => element.removeEventListener('pointerenter', show),
    () => clearTimeout(waiting),
    experience.store.subscribe(({ isActivated, notices }) => (isActivated || notices.length > 0) && hide()),
  );
}
