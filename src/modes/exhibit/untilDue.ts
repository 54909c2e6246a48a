/**
 * Calls `then` once `performance.now()` has reached `due`, never before: a browser's timer may end a fraction of a millisecond early by
 * that clock, and what is not yet due then would never come. Returns what takes the call back.
 */
export function untilDue(due: number, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(
      () => (performance.now() < due ? wait() : then()),
      Math.max(due - performance.now(), 0),
    );
  };
  wait();
  return () => clearTimeout(timer);
}
