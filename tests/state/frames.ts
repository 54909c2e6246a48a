import type { FrameSource } from '../../src/state/clock.ts';

/** A window's frames, run by hand: nothing happens between two calls of {@link step}. */
export interface HandFrames extends FrameSource {
  /** Seconds since the start. */
  seconds(): number;
  /** Lets this much time pass, then one frame. */
  step(seconds?: number): void;
  /** Callbacks that wait for the next frame. */
  waiting(): number;
}

export function handFrames(): HandFrames {
  let now = 1000;
  let handles = 0;
  const waiting = new Map<number, (now: number) => void>();
  return {
    requestAnimationFrame(callback) {
      waiting.set(++handles, callback);
      return handles;
    },
    cancelAnimationFrame: (handle) => void waiting.delete(handle),
    seconds: () => (now - 1000) / 1000,
    step(seconds = 1 / 60) {
      now += seconds * 1000;
      const due = [...waiting.values()];
      waiting.clear();
      for (const callback of due) callback(now);
    },
    waiting: () => waiting.size,
  };
}
