import type { Steps } from '../inventory/steps.ts';

/** How long a computation may hold the main thread at a stretch, milliseconds. */
const SLICE_MS = 12;

type WithYield = { scheduler?: { yield?(): Promise<void> } };

/** Lets the page's input and frames have their turn. */
export async function pause(): Promise<void> {
  const { scheduler } = globalThis as WithYield;
  if (scheduler?.yield) return scheduler.yield();
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

/** Resolves when the page has nothing else to do; WebKit, which cannot say, in a moment. */
export const idle = (): Promise<unknown> =>
  new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));

/** Runs a computation with pauses, so that no slice of it is long. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - begun < SLICE_MS) continue;
    await pause();
    begun = performance.now();
  }
}
