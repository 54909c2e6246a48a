import type { StoryMoves, Told } from '../../state/told.ts';
import { secondsOf } from '../../stories/at.ts';

/** A story that is told without anybody: each step stands for as long as its document says. */
export interface Along {
  /** Stops where it is. */
  stop(): void;
}

/** Tells a story from its first step on, and calls back once its last one has stood; `told` answers what is told. */
export function tellAlong(
  moves: StoryMoves,
  story: string,
  told: () => Told | undefined,
  finished: () => void,
): Along {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  function wait() {
    const now = told();
    if (isOver || now?.position.story !== story) return;
    const { stepIndex, steps } = now.position;
    timer = setTimeout(() => {
      if (stepIndex + 1 >= steps) finished();
      else go(moves.next());
    }, secondsOf(now.steps[stepIndex]!) * 1000);
  }
  /** The time of a step runs from its beginning: while the eye is on its way to it, too. */
  function go(step: Promise<unknown>) {
    void step.catch(() => undefined);
    wait();
  }
  void moves.goToStep(story, 0).then(wait, finished);
  return {
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
