import type { WebGLRenderer } from 'three';
import type { Quality } from '../../state/choice.ts';

/** Most pixels per CSS pixel; more show no difference. */
const MOST = 2;

/** Pixels per CSS pixel at full resolution. */
export function fullRatio(quality: Quality): number {
  return Math.min(window.devicePixelRatio || 1, quality === 'low' ? 1 : MOST);
}

/** Resolution of the present frame, share of the full one; below 1 while something moves on a slow machine. */
export function shareOf(gl: WebGLRenderer, quality: Quality): number {
  return gl.getPixelRatio() / fullRatio(quality);
}
