/** Makes an element with a class, which is also its part for the host's styles, and optional text, which is never read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text?: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.setAttribute('part', className);
  if (text !== undefined) made.textContent = text;
  return made;
}
