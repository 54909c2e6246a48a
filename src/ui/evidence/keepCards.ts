import type { Experience } from '../../state/experience.ts';
import { retryLater } from '../../state/retry.ts';
import { actionFor } from '../keys.ts';
import type { Cards } from './cards.ts';
import type { Inquiry } from './inquiry.ts';

/** A press that moves farther than this, CSS pixels, is a drag. */
const STILL = 5;

/** Where the cards of a picture are, and what they are made from. */
export interface CardsPlace {
  /** Holds the cards, as its last child. */
  parent: HTMLElement;
  /** Holds the picture's canvas. */
  stage: HTMLElement;
  inquiry: Inquiry;
  /**
   * The address of the page that opens a figure's card, if the picture is a page. It is then pointed at under every overlay, else
   * under `evidence` only.
   */
  addressOf?: ((id: string) => string) | undefined;
}

/**
 * Opens cards: of the chosen figure, and of what is pressed in the picture or asked about; and says what is pointed at. Their code is
 * loaded when it is first needed. Returns a function that stops it.
 */
export function keepCards(place: CardsPlace, experience: Experience): () => void {
  const { stage, inquiry, addressOf } = place;
  const { store, miss } = experience;
  let loading: Promise<Cards | undefined> | undefined;
  let isGone = false;
  let found = () => {};
  let stopRetry = () => {};
  /** Does something with the cards, once they are there. */
  function withCards(act: (cards: Cards) => void) {
    loading ??= import('./cards.ts').then(
      ({ createCards }) => {
        found();
        return isGone ? undefined : createCards(place, experience);
      },
      () => {
        found();
        found = miss();
        stopRetry = retryLater(() => {
          loading = undefined;
          tell();
        });
        return undefined;
      },
    );
    void loading.then((cards) => {
      if (cards && !isGone) act(cards);
    });
  }
  const isPointed = () => addressOf !== undefined || store.getState().overlay === 'evidence';
  const isOnCanvas = ({ target }: Event) => target instanceof HTMLCanvasElement;
  let pressed = { x: 0, y: 0 };
  const gone = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(
    name: K,
    act: (event: HTMLElementEventMap[K]) => void,
  ) =>
    stage.addEventListener(name, (event) => isOnCanvas(event) && act(event), {
      signal: gone.signal,
      capture: true,
    });
  listen('pointermove', (event) => {
    if (isPointed() && event.buttons === 0) withCards((cards) => cards.point(event));
  });
  const leave = () => void loading?.then((cards) => cards?.leave());
  listen('pointerdown', ({ clientX, clientY }) => {
    pressed = { x: clientX, y: clientY };
    leave();
  });
  listen('pointerleave', leave);
  listen('wheel', leave);
  listen('click', ({ clientX, clientY }) => {
    const { gpu } = store.getState();
    if (isPointed() && Math.hypot(clientX - pressed.x, clientY - pressed.y) <= STILL)
      withCards((cards) => cards.press(clientX, clientY, gpu));
  });
  // A page has all its keys in one place.
  if (!addressOf)
    listen('keydown', (event) => {
      if (actionFor(event, 'picture') !== 'explain') return;
      event.preventDefault();
      event.stopPropagation();
      inquiry.ask('middle');
    });
  const stopAsking = inquiry.onAsk((asked) => withCards((cards) => cards.answer(asked)));
  const isShown = () => store.getState().figure !== undefined && store.getState().picture !== 'starting';
  const tell = () => {
    if (isShown() && !loading) withCards(() => {});
  };
  tell();
  const stop = store.subscribe(tell);
  return () => {
    isGone = true;
    gone.abort();
    stopAsking();
    stopRetry();
    stop();
    void loading?.then((cards) => cards?.dispose());
  };
}
