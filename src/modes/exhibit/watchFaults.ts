import type { Fault } from '../../state/recovery.ts';

/** Milliseconds between two looks. */
const LOOK_MS = 2000;
/** So many looks without a frame, and the frames have stopped. A page whose scripts are blocked does not look, either. */
const MISSED = 6;
/** Faster than any clock is corrected, slower than any that is set, milliseconds between two looks. */
const CLOCK_JUMP_MS = 2000;
/** How long a screen takes to come to rest after a change, milliseconds. */
const SETTLE_MS = 500;

/** The message of errors when memory could not be had; they have no name of their own. */
const NO_MEMORY = /alloc|memory|array (buffer )?length/i;

/** Calls back for errors that nobody caught. */
export function watchErrors(broke: (fault: Fault) => void): void {
  const of = (error: unknown) => {
    // Messages about the layout come the same way, without an error, and harm nothing.
    if (error === undefined || error === null) return;
    broke(error instanceof RangeError && NO_MEMORY.test(error.message) ? 'memory' : 'script');
  };
  window.addEventListener('error', ({ error }) => of(error));
  window.addEventListener('unhandledrejection', ({ reason }) => of(reason));
}

/**
 * Looks every few seconds whether frames still come and whether the clock has been set. Asks for no picture: a frame's callback alone draws
 * nothing. `isDrawing` says whether frames are drawn one after another, `frames` counts them.
 */
export function watchTime(
  { isDrawing, frames }: { isDrawing: () => boolean; frames: () => number },
  stalled: () => void,
  clockJumped: () => void,
): void {
  let missed = 0;
  let isAnswered = true;
  let drawn = -1;
  const offset = () => Date.now() - performance.now();
  let before = offset();
  setInterval(() => {
    const now = offset();
    if (Math.abs(now - before) > CLOCK_JUMP_MS) clockJumped();
    before = now;
    if (document.hidden) {
      missed = 0;
      drawn = -1;
      return;
    }
    const stands = isDrawing() && frames() === drawn;
    drawn = frames();
    missed = isAnswered && !stands ? 0 : missed + 1;
    if (missed >= MISSED) {
      missed = 0;
      stalled();
    }
    if (!isAnswered) return;
    isAnswered = false;
    requestAnimationFrame(() => {
      isAnswered = true;
    });
  }, LOOK_MS);
}

/** Calls back for each change of an element's size: `changing` at once, `changed` once it has come to rest. */
export function watchScreen(root: HTMLElement, changing: () => void, changed: () => void): void {
  let isFirst = true;
  let rest: ReturnType<typeof setTimeout> | undefined;
  new ResizeObserver(() => {
    changing();
    if (isFirst) isFirst = false;
    else {
      clearTimeout(rest);
      rest = setTimeout(changed, SETTLE_MS);
    }
  }).observe(root);
}
