/** What was kept under a key for this tab; undefined for nothing. */
export function keptInTab(key: string): string | undefined {
  try {
    return window.sessionStorage.getItem(key) ?? undefined;
  } catch {
    // Sandboxed pages have no storage.
    return undefined;
  }
}

/** Keeps a text for this tab, also when its page is loaded again; undefined for nothing. Where there is no storage it does nothing. */
export function keepInTab(key: string, text: string | undefined): void {
  try {
    if (text === undefined) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, text);
  } catch {
    // Then it is lost with the page.
  }
}
