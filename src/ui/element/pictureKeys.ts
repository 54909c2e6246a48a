import { VIEWS } from '../../views/view.ts';
import type { Experience } from '../../state/experience.ts';
import { type CameraMoves, cameraCommands, rowFor } from '../keys.ts';

/**
 * Handles the picture's keys while it is activated or has got the focus by the keyboard: camera, stations, play, roof. A key that is
 * used activates the picture and does not reach the page; Escape lets go of the keys, too. All others are left to the page.
 * Returns a function that stops it.
 */
export function listenToKeys(canvas: HTMLElement, experience: Experience, camera: CameraMoves): () => void {
  const { store } = experience;
  const commands: Partial<Record<string, () => void>> = {
    ...cameraCommands(camera),
    playPause: () => (store.getState().playing ? experience.pause() : experience.play()),
    ...Object.fromEntries(VIEWS.map((view) => [view, () => experience.goTo(view)])),
    roof: () => experience.set({ roof: !store.getState().roof }),
  };
  /** Whether the focus came by the keyboard and Escape has not been pressed since. */
  let isFocused = false;
  const focus = () => {
    isFocused = canvas.matches(':focus-visible');
  };
  const release = () => {
    isFocused = false;
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    release();
    if (!store.getState().isActivated) return;
    take(event);
    experience.set({ isActivated: false });
  };
  function press(event: KeyboardEvent) {
    const { isActivated } = store.getState();
    const row = isFocused || isActivated ? rowFor(event, 'picture') : undefined;
    const command = commands[row?.action ?? ''];
    if (!command) return;
    take(event);
    // A held key repeats only some commands; the others must not get through to the page either.
    if (event.repeat && !row?.repeats) return;
    if (!isActivated) experience.set({ isActivated: true });
    command();
  }
  const listening = new AbortController();
  const { signal } = listening;
  canvas.addEventListener('focus', focus, { signal });
  canvas.addEventListener('blur', release, { signal });
  // The focus may be elsewhere, and the page may have a use for Escape, too.
  document.addEventListener('keydown', escape, { signal, capture: true });
  canvas.addEventListener('keydown', press, { signal });
  return () => listening.abort();
}

/** Keeps a key from the browser and from the page. */
function take(event: KeyboardEvent) {
  event.preventDefault();
  event.stopPropagation();
}
