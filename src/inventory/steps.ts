/** A computation that can be interrupted after each step. */
export type Steps<T> = Generator<undefined, T>;

/** Runs a computation without interruption. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
