/** Key of the story that is edited, in the storage of this window. */
const EDITED = 'rackfield.edited';

/** What the story was kept under that was edited when the page was loaded again; undefined for none. */
export function editedBefore(): string | undefined {
  try {
    return window.sessionStorage.getItem(EDITED) ?? undefined;
  } catch {
    // Sandboxed pages have no storage.
    return undefined;
  }
}

/** Remembers which story is edited; undefined for none. */
export function rememberEdited(key: string | undefined): void {
  try {
    if (key === undefined) window.sessionStorage.removeItem(EDITED);
    else window.sessionStorage.setItem(EDITED, key);
  } catch {
    // Then the editor is closed after a reload; the story itself is kept elsewhere.
  }
}
