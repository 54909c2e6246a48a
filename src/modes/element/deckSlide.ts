import type { Experience } from '../../state/experience.ts';

/**
 * Lets the picture stand still, and lets go of it, while it is on a slide of reveal.js that is not shown; some transitions keep such a
 * slide in the window. `place` is the element, or the frame that holds its page. Returns a function that stops it.
 */
export function followSlide(place: Element, experience: Experience): () => void {
  const { ownerDocument } = place;
  const check = () => {
    const isAway = place.closest('.reveal .slides section:is(.past, .future)') !== null;
    experience.suspend('slide', isAway);
    if (isAway) letGo(experience);
  };
  check();
  // A swipe would turn the slide as well as the model.
  if (place.closest('.reveal')) place.setAttribute('data-prevent-swipe', '');
  const listening = new AbortController();
  const { signal } = listening;
  for (const name of ['ready', 'slidechanged']) ownerDocument.addEventListener(name, check, { signal });
  return () => listening.abort();
}

/** Lets go of the picture and of the focus, which would keep the keys from the deck. */
export function letGo(experience: Experience): void {
  experience.set({ isActivated: false });
  const focused = document.activeElement;
  if (focused?.localName === 'rack-field') (focused as HTMLElement).blur();
}
