import type { Page } from '../state/choice.ts';
import { markScheme, schemeOf } from './scheme.ts';

/** Marks an element and tells the scheme of the page around it, now and whenever it changes. Returns a function that stops it. */
export function listenToScheme(element: HTMLElement, tell: (page: Page) => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  markScheme(element);
  const read = () => tell(schemeOf(element));
  media.addEventListener('change', read);
  element.addEventListener('transitionend', read);
  read();
  return () => {
    media.removeEventListener('change', read);
    element.removeEventListener('transitionend', read);
  };
}
