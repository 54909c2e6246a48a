import type { Experience } from '../../state/experience.ts';
import { followSlide, letGo } from './deckSlide.ts';

/** Keys that belong to the browser or only change others. */
const NOT_SENT = ['Tab', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'Process', 'Dead', 'Unidentified'];

/**
 * Connects a page in a frame with the page around it. Keys that nothing here has used go on: to reveal.js by its messages, to
 * another parent of the same origin as key events; for any other parent the focus goes there, so that it gets the next key. On
 * `slide:stop` the picture stands still until `slide:start`. One that would play by itself in a page of another origin stands still until
 * it is seen. Returns a function that stops it.
 */
export function connectParent(element: Element, experience: Experience, plays: boolean): () => void {
  const { parent } = window;
  if (parent === window) return () => undefined;
  /** Origin of the deck: known once it has sent a message. */
  let deck: string | undefined;

  function send(event: KeyboardEvent) {
    const { key, code, keyCode, shiftKey, repeat } = event;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    if (event.defaultPrevented || !isPlain || NOT_SENT.includes(key)) return;
    if (deck || (frame && 'Reveal' in parent)) {
      parent.postMessage(JSON.stringify({ method: 'triggerKey', args: [keyCode] }), deck ?? '*');
    } else if (frame) {
      const copy = { key, code, keyCode, shiftKey, repeat, bubbles: true, cancelable: true, composed: true };
      if (!frame.dispatchEvent(new KeyboardEvent('keydown', copy))) event.preventDefault();
    } else {
      letGo(experience);
      parent.focus();
    }
  }
  function hear({ source, data, origin }: MessageEvent) {
    if (source !== parent || (data !== 'slide:start' && data !== 'slide:stop')) return;
    deck = origin === 'null' ? '*' : origin;
    endWait();
    const isAway = data === 'slide:stop';
    experience.suspend('slide', isAway);
    if (isAway) letGo(experience);
  }
  const frame = ownFrame();
  const unfollow = frame ? followSlide(frame, experience) : () => undefined;
  const listening = new AbortController();
  const { signal } = listening;
  const endWait = plays && !frame ? waitUntilSeen(element, experience, signal) : () => undefined;
  const stop = () => {
    endWait();
    listening.abort();
    unfollow();
  };
  window.addEventListener('keydown', send, { signal });
  window.addEventListener('message', hear, { signal });
  // The deck outlives a frame that it unloads, and would keep this page in memory.
  window.addEventListener('pagehide', stop, { signal });
  // The frame's page keeps what the deck said before the picture could hear it, and what it asked for in vain.
  const { slideMessage } = element as { slideMessage?: MessageEvent };
  if (slideMessage) hear(slideMessage);
  function tellRefused() {
    const { refusedMove } = element as { refusedMove?: string };
    if (refusedMove) experience.notify({ key: refusedMove, values: {} });
  }
  element.addEventListener('refusedmove', tellRefused, { signal });
  tellRefused();
  return stop;
}

/**
 * Lets the picture stand still until the browser says that it is visible, or somebody points at it or uses a key. A deck of another origin
 * that loads a slide ahead says nothing, and keeps it within the window, invisible. A browser that only knows what is within the
 * window does not wait. Returns a function that ends the wait.
 */
function waitUntilSeen(element: Element, experience: Experience, signal: AbortSignal): () => void {
  experience.suspend('unseen', true);
  const end = () => {
    observer.disconnect();
    experience.suspend('unseen', false);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const { isVisible } = entries.at(-1) as IntersectionObserverEntry & { isVisible?: boolean };
      if (isVisible !== false) end();
    },
    { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  );
  observer.observe(element);
  for (const name of ['pointerover', 'keydown']) window.addEventListener(name, end, { once: true, signal });
  return end;
}

/** The element that holds this page; null if the parent is of another origin. */
function ownFrame(): Element | null {
  try {
    return window.frameElement;
  } catch {
    return null;
  }
}
