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
    site: () => experience.goTo('site'),
    building: () => experience.goTo('building'),
    hall: () => experience.goTo('hall'),
    aisle: () => experience.goTo('aisle'),
    rack: () => experience.goTo('rack'),
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
