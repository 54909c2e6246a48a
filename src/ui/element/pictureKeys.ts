import { VIEWS } from '../../views/view.ts';
import type { Experience } from '../../state/experience.ts';
import { actionFor, type CameraMoves, cameraCommands } from '../keys.ts';

/**
 * Keys of the element's picture while it has the keyboard: camera, stations, play. Everything else stays the page's.
 * Returns the way to stop.
 */
export function listenToKeys(canvas: HTMLElement, experience: Experience, camera: CameraMoves): () => void {
  const commands: Partial<Record<string, () => void>> = {
    ...cameraCommands(camera),
    playPause: () => (experience.store.getState().playing ? experience.pause() : experience.play()),
    ...Object.fromEntries(VIEWS.map((view) => [view, () => experience.goTo(view)])),
    roof: () => experience.set({ roof: !experience.store.getState().roof }),
  };
  function press(event: KeyboardEvent) {
    const command = commands[actionFor(event, 'picture') ?? ''];
    if (!command) return;
    event.preventDefault();
    command();
  }
  canvas.addEventListener('keydown', press);
  return () => canvas.removeEventListener('keydown', press);
}
