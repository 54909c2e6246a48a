import type { CameraMoves } from '../ui/keys.ts';
import type { Mounted } from './mountExperience.ts';

/** A mounted picture's camera as keys and buttons move it; does nothing before the scene stands. */
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
