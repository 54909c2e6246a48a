import { type Moment, secondsOf } from './at.ts';
import type { Step } from './storySchema.ts';

/** Longest time by which one frame advances a story, seconds, so that a slow frame does not skip a move. */
const LONGEST_FRAME = 0.1;
/** A `t` that belongs to the step that begins at a whole number; that number itself is the end of the step before. */
const JUST_AFTER = 1e-9;

/** What telling a story needs from the page. */
export interface TellingHost {
  /**
   * Shows the story at `t` (see `at`) and answers what it is there. `now` is the time of a frame in which only `t` has changed, milliseconds;
   * without it everything of the step is shown anew.
   */
  show(t: number, now?: number): Moment;
  /** Whether steps stand at once as they end. */
  isAtOnce(): boolean;
  requestAnimationFrame(callback: (now: number) => void): number;
  cancelAnimationFrame(handle: number): void;
}

/** A story that is told step by step. Each promise resolves when its step stands as it ends, or another one has been asked for. */
export interface Telling {
  /** Index of the step that is told, from 0. */
  index(): number;
  isMoving(): boolean;
  /** Runs to the end of the next step; during a move, lands on the step after it at once. Does nothing on the last step. */
  next(): Promise<void>;
  /** Lands on the end of the step before, at once. Does nothing on the first step. */
  previous(): Promise<void>;
  /** Lands on the end of a step, at once. */
  goTo(index: number): Promise<void>;
  /** Stops a move where it is. */
  stop(): void;
}

/** Begins to tell a story of at least one step: the step `index` stands as it ends. */
export function createTelling(steps: readonly Step[], index: number, host: TellingHost): Telling {
  let handle: number | undefined;
  let reach = () => {};

  function stop() {
    if (handle !== undefined) host.cancelAnimationFrame(handle);
    handle = undefined;
    reach();
    reach = () => {};
  }
  function stand(at: number) {
    stop();
    index = at;
    host.show(index + 1);
    return Promise.resolve();
  }
  function move(at: number) {
    stop();
    index = at;
    let t = index + JUST_AFTER;
    let last: number | undefined;
    host.show(t);
    const frame = (now: number) => {
      const seconds = last === undefined ? 0 : Math.min((now - last) / 1000, LONGEST_FRAME);
      last = now;
      t = Math.min(index + 1, t + seconds / secondsOf(steps[index]!));
      if (host.show(t, now).isAtEnd) void stand(index);
      else handle = host.requestAnimationFrame(frame);
    };
    handle = host.requestAnimationFrame(frame);
    return new Promise<void>((resolve) => {
      reach = resolve;
    });
  }
  void stand(index);

  const telling: Telling = {
    index: () => index,
    isMoving: () => handle !== undefined,
    async next() {
      if (index + 1 >= steps.length) return;
      await (telling.isMoving() || host.isAtOnce() ? stand : move)(index + 1);
    },
    async previous() {
      if (index > 0) await stand(index - 1);
    },
    goTo: stand,
    stop,
  };
  return telling;
}
