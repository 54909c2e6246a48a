import type { CameraMoves } from '../../ui/keys.ts';
import type { Mounted } from '../experience/mountExperience.ts';

/** Camera movements for keys and buttons; they do nothing until the scene is mounted. */
export function cameraMoves({ experience, scene }: Mounted, stage: HTMLElement): CameraMoves {
  const smooth = () => experience.motion() === 'full';
  const camera = () => scene()?.camera;
  return {
    zoom: (factor) => camera()?.zoom(factor, smooth()),
    orbit: (right, up) => camera()?.orbit(right, -up, smooth()),
    pan(right, down) {
      const height = Math.max(stage.clientHeight, 1);
      camera()?.pan(right / height, -down / height, smooth());
    },
    zoomTo: (level) => camera()?.zoomTo(level, smooth()),
    home: () => camera()?.go(smooth()),
  };
}
