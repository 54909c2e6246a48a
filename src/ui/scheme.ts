import type { Page } from '../state/choice.ts';

const DARK = 'rgb(255, 255, 255)';
const LIGHT = 'rgb(0, 0, 0)';

/**
 * Gives an element an invisible outline whose colour follows the scheme of the page around it, and whose transition tells of a
 * change: CSS has no event for that.
 */
export function markScheme({ style }: HTMLElement): void {
  style.outlineColor = 'light-dark(#000, #fff)';
  style.transition = 'outline-color 1ms';
  // In forced colours every outline has the same.
  style.setProperty('forced-color-adjust', 'none');
}

/** Whether the page around a marked element is light or dark: by its CSS `color-scheme`, else by the system. */
export function schemeOf(element: Element): Page {
  const { outlineColor } = getComputedStyle(element);
  if (outlineColor === DARK) return 'dark';
  return outlineColor !== LIGHT && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
