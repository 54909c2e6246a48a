/** What is kept under a name on this machine; undefined where there is nothing, or no storage. */
export function kept(name: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something under a name; where there is no storage, or it is full, it is lost with the page. */
export function keepJson(name: string, value: unknown): void {
  try {
    window.localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // The exhibit goes on without.
  }
}
