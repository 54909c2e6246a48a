import type { WebGLRenderer } from 'three';
import type { Quality } from '../../state/choice.ts';

/** More pixels than this for each CSS pixel cost time and show nothing. */
const MOST = 2;

/** Pixels for each CSS pixel at full resolution. */
export function fullRatio(quality: Quality): number {
  return quality === 'low' ? 1 : Math.min(window.devicePixelRatio || 1, MOST);
}

/** How fine the frame being drawn is, as a share of the full resolution: below 1 while something moves and the machine is slow. */
export function shareOf(gl: WebGLRenderer, quality: Quality): number {
  return gl.getPixelRatio() / fullRatio(quality);
}
