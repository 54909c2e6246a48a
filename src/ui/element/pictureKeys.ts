import { VIEWS } from '../../views/view.ts';
import type { Experience } from '../../state/experience.ts';
import { actionFor, type CameraMoves, cameraCommands } from '../keys.ts';

/**
 * Handles keys while the element's canvas has the focus: camera, stations, play, roof. All other keys are left to the page.
 * Returns a function that stops it.
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
