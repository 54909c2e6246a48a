import { createAllowance } from '../postprocessing/wanted.ts';
import { createResolution } from './resolution.ts';

/** Milliseconds without a frame after which the picture is drawn once more, as fine as it can be. */
const REST_MS = 220;

/** What the pace needs from a window; given so that a test can be the window. */
export interface TimeSource {
  performance: { now(): number };
  setTimeout(callback: () => void, milliseconds: number): number;
  clearTimeout(handle: number): void;
  requestAnimationFrame(callback: () => void): number;
  cancelAnimationFrame(handle: number): void;
}

/** How this machine keeps up with the frames that are asked of it. */
export interface Pace {
  /** Asked before each frame: the share of the full resolution for it, coarser while something moves and the machine is slow. */
  next(): number;
  /** There is time for post-processing. */
  isQuick(): boolean;
  /** Forgets the frame that it would ask for. */
  stop(): void;
}

/** Makes a pace. `rested` is called when all has come to rest and was last drawn coarse: one more frame, a fine one, is wanted. */
export function createPace(time: TimeSource, rested: () => void): Pace {
  const resolution = createResolution();
  const allowance = createAllowance();
  let begun = 0;
  /** When the browser had done with the last frame; undefined while it has not. */
  let ended: number | undefined = Number.NEGATIVE_INFINITY;
  let isResting = false;
  let isQuick = false;
  let frame = 0;
  let timer = 0;
  function stop() {
    time.clearTimeout(timer);
    time.cancelAnimationFrame(frame);
  }
  return {
    next() {
      stop();
      const now = time.performance.now();
      const cost = (ended ?? now) - begun;
      const idle = now - (ended ?? now);
      const share = isResting ? 1 : resolution.next(cost, idle);
      if (!isResting && idle < REST_MS) isQuick = allowance.next(cost, share);
      isResting = false;
      begun = now;
      ended = undefined;
      // The browser asks for the next frame when it has done with this one, whether or not there is one to draw.
      frame = time.requestAnimationFrame(() => {
        ended = time.performance.now();
        if (share === 1) return;
        timer = time.setTimeout(() => {
          isResting = true;
          rested();
        }, REST_MS);
      });
      return share;
    },
    isQuick: () => isQuick,
    stop,
  };
}
