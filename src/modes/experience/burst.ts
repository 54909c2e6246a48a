/** Calls that may come faster than what they do can be done. */
export interface Burst {
  /** Does the first of a burst at once. Of those that come before the next task of the page, only the last is done, and only then. */
  run(act: () => void): void;
  /** Does at once what still waits. */
  flush(): void;
  /** Forgets what still waits. */
  clear(): void;
  /** Resolves once nothing waits any more. */
  settled(): Promise<void>;
}

/** Makes a burst in which nothing waits. */
export function createBurst(): Burst {
  let waiting: (() => void) | undefined;
  let turn: Promise<void> | undefined;
  const burst: Burst = {
    run(act) {
      waiting = act;
      if (turn) return;
      turn = new Promise((resolve) => {
        setTimeout(() => {
          turn = undefined;
          if (waiting) burst.run(waiting);
          resolve();
        });
      });
      burst.flush();
    },
    flush() {
      const act = waiting;
      waiting = undefined;
      act?.();
    },
    clear() {
      waiting = undefined;
    },
    async settled() {
      while (waiting) await turn;
    },
  };
  return burst;
}
