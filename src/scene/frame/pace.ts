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

/** Makes a pace. `rested` is called after a motion whose last frame was coarse or had no effects that there is time for, to ask for one more. */
export function createPace(time: TimeSource, rested: () => void) {
  const resolution = createResolution();
  const allowance = createAllowance();
  let begun = 0;
  /** When the browser was done with the last frame; undefined until then. */
  let ended: number | undefined = Number.NEGATIVE_INFINITY;
  let isResting = false;
  /** Whether there is time for effects, and whether the picture has them: that changes only at rest, never while something moves. */
  let hasTime = false;
  let isQuick = false;
  let frame = 0;
  let timer = 0;
  function stop() {
    time.clearTimeout(timer);
    time.cancelAnimationFrame(frame);
  }
  return {
    /** Called before each frame: its share of the full resolution, below 1 while something moves on a slow machine. */
    next(): number {
      stop();
      const now = time.performance.now();
      const cost = (ended ?? now) - begun;
      const idle = now - (ended ?? now);
      const share = isResting ? 1 : resolution.next(cost, idle);
      if (isResting || idle >= REST_MS) isQuick = hasTime;
      else hasTime = allowance.next(cost, share);
      isResting = false;
      begun = now;
      ended = undefined;
      // The browser calls this once it is done with the frame, even if none is drawn next.
      frame = time.requestAnimationFrame(() => {
        ended = time.performance.now();
        if (share === 1 && hasTime === isQuick) return;
        timer = time.setTimeout(() => {
          isResting = true;
          rested();
        }, REST_MS);
      });
      return share;
    },
    /** Whether there is time for post-processing; the same throughout a motion. */
    isQuick: () => isQuick,
    /** Cancels the frame that it would ask for. */
    stop,
  };
}
