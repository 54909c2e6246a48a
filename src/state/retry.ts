/** What waits for another chance. */
const waiting = new Set<() => void>();
let isListening = false;

/** Calls back all that wait. Each is called once, so what fails again has to wait again. */
export function retryNow(): void {
  const due = [...waiting];
  waiting.clear();
  for (const retry of due) retry();
}

/**
 * Calls back once, when a download that failed may succeed: the network is back, the page is shown again, or a picture of the page has
 * come into view again. Returns a function that stops it.
 */
export function retryLater(retry: () => void): () => void {
  if (!isListening) {
    isListening = true;
    window.addEventListener('online', retryNow);
    // Every page is shown once when it has loaded; that gives no new hope.
    window.addEventListener('pageshow', ({ persisted }) => persisted && retryNow());
    document.addEventListener('visibilitychange', () => document.hidden || retryNow());
  }
  waiting.add(retry);
  return () => waiting.delete(retry);
}
