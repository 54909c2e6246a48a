const BUTTON_KEYS = [' ', 'Enter'];
const SLIDER_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

/**
 * Keeps the keys that a focused button or slider of the element uses itself from the page, where they could turn a slide as well.
 * Returns a function that stops it.
 */
export function keepControlKeys(root: ShadowRoot): () => void {
  const keep = (event: Event) => {
    const { key, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
    if (ctrlKey || altKey || metaKey) return;
    const used =
      event.target instanceof HTMLButtonElement
        ? BUTTON_KEYS
        : event.target instanceof HTMLInputElement
          ? SLIDER_KEYS
          : [];
    if (used.includes(key)) event.stopPropagation();
  };
  root.addEventListener('keydown', keep);
  return () => root.removeEventListener('keydown', keep);
}
