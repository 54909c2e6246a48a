import type { Explained, ExplainedFigure } from '../../inventory/figures/explained.ts';
import type { Experience } from '../../state/experience.ts';
import { chosenTag, sayIn, wordsTag } from '../../state/words.ts';
import { make } from '../element/make.ts';
import { styleSheet } from '../element/styleSheet.ts';
import { createFormat, directionOf } from '../format.ts';
import sheetText from './cards.css?inline';
import { cardOf } from '../figureCard.ts';
import { figureLines, figureList, isolated, thereLine, type Wording } from './figureLines.ts';
import type { Asked } from './inquiry.ts';
import type { CardsPlace } from './keepCards.ts';
import { createReadout } from './readout.ts';
import { evidenceWords, thingWords } from './words.ts';

/** Milliseconds without a change of the day after which an open figure is computed anew. */
const QUIET_MS = 300;

/** The cards of a picture, of which one is open at a time. */
export interface Cards {
  /** The pointer is over the picture. */
  point(event: PointerEvent): void;
  leave(): void;
  /**
   * The picture was pressed at a position in the window, when the GPU `selected` (0 for none) was selected: opens a card of what is there,
   * unless the press has selected another one since.
   */
  press(clientX: number, clientY: number, selected: number): void;
  answer(asked: Asked): void;
  dispose(): void;
}

/** What a card says: a figure, or a thing with its figures. */
type Shown = { figure: ExplainedFigure } | { thing: Explained };

let sheet: CSSStyleSheet | undefined;

/** Makes the cards of a picture; opens that of the chosen figure. */
export function createCards(
  { parent, stage, inquiry, addressOf }: CardsPlace,
  experience: Experience,
): Cards {
  const { store, live } = experience;
  sheet ??= styleSheet(sheetText);
  const home = parent.getRootNode() as Document | ShadowRoot;
  if (!home.adoptedStyleSheets.includes(sheet)) home.adoptedStyleSheets.push(sheet);
  const root = make('div', 'cards');
  parent.append(root);

  let figures = new Map<string, ExplainedFigure>();
  let shown: Shown | undefined;
  let card: HTMLElement | undefined;
  let body: HTMLElement | undefined;
  /** What had the focus before the card took it. */
  let before: Element | null = null;
  let isGone = false;

  const wording = (): Wording => {
    const tag = chosenTag(store.getState().langWish);
    const say = sayIn(wordsTag(tag), evidenceWords);
    return { say, format: createFormat(tag), find: (id) => figures.get(id), link };
  };
  function link(id: string, text: string): HTMLElement {
    const name = isolated(text);
    if (!addressOf) {
      const button = make('button', 'figure-link');
      button.type = 'button';
      button.append(name);
      button.addEventListener('click', () => choose(id));
      return button;
    }
    const made = make('a', 'figure-link');
    made.href = addressOf(id);
    made.append(name);
    made.addEventListener('click', (event) => {
      // With these a browser opens another window.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(id);
    });
    return made;
  }
  let isChosenHere = false;
  function choose(figure: string) {
    isChosenHere = true;
    experience.set({ figure });
  }

  function dress() {
    const { look, page, langWish } = store.getState();
    const tag = wordsTag(chosenTag(langWish));
    Object.assign(root.dataset, { look, page });
    root.lang = tag;
    root.dir = directionOf(tag);
  }
  const focused = () => (home as DocumentOrShadowRoot).activeElement;

  function contentOf(content: Shown): { title: string; nodes: Node[] } {
    const words = wording();
    const { say, format } = words;
    if ('figure' in content) {
      const { figure } = content;
      const { name, value, about } = cardOf(figure, words.find, format);
      const nodes: Node[] = about === undefined ? [] : [isolated(about, 'card-about')];
      nodes.push(make('p', 'card-value', value), figureLines(figure, words));
      return { title: name, nodes };
    }
    const { thing } = content;
    const { title, place } = thingWords(thing, say, format);
    const about = place === '' ? [] : [isolated(place, 'card-about')];
    return { title, nodes: [...about, thereLine(thing.grade, say), figureList(thing.figures, words)] };
  }

  /** In an element the card ends above the bar. */
  const resized = new ResizeObserver(() => {
    const bar = parent.querySelector<HTMLElement>(':scope > .controls');
    const height = bar && !bar.hidden ? parent.clientHeight - bar.offsetTop : 0;
    root.style.setProperty('--bar', `${height}px`);
  });
  if (!addressOf) resized.observe(parent);

  /** Opens a card, or says the open one anew; the focus goes into it if the viewer asked for it by keyboard or link. */
  function show(content: Shown, takesFocus: boolean) {
    shown = content;
    dress();
    const { title, nodes } = contentOf(content);
    if (!card) {
      const { say } = wording();
      card = make('section', 'card');
      card.setAttribute('role', 'dialog');
      card.tabIndex = -1;
      const head = make('div', 'card-head');
      const close = make('button', 'card-close');
      close.type = 'button';
      close.title = say('card.close');
      close.setAttribute('aria-label', say('card.close'));
      close.addEventListener('click', hide);
      head.append(make('h2', 'card-name'), close);
      body = make('div', 'card-body');
      card.append(head, body);
      // A card that takes the focus is read because of that.
      root.setAttribute('aria-live', takesFocus ? 'off' : 'polite');
      root.append(card);
    }
    card.setAttribute('aria-label', title);
    card.querySelector('.card-name')!.replaceChildren(isolated(title));
    const wasInside = body!.contains(focused());
    body!.replaceChildren(...nodes);
    card.scrollTop = 0;
    if (!takesFocus && !wasInside) return;
    if (!card.contains(focused()) && !wasInside) before = focused();
    card.focus({ preventScroll: true });
  }
  function remove() {
    const hadFocus = card?.contains(focused());
    card?.remove();
    card = body = shown = undefined;
    if (!hadFocus) return;
    const back = before instanceof HTMLElement && before.isConnected ? before : stage.querySelector('canvas');
    back?.focus({ preventScroll: true });
  }
  function hide() {
    remove();
    if (store.getState().figure !== undefined) experience.set({ figure: undefined });
  }

  async function list(): Promise<boolean> {
    try {
      figures = new Map((await inquiry.figures()).map((figure) => [figure.id, figure]));
      return !isGone;
    } catch {
      experience.miss();
      return false;
    }
  }
  /** Opens the card of the chosen figure; one that is not there is let go of with a sentence by others. */
  async function openFigure(takesFocus: boolean) {
    const { figure: wanted, isJoining } = store.getState();
    if (wanted === undefined) {
      if (shown && 'figure' in shown) remove();
      return;
    }
    if (isJoining || !(await list()) || store.getState().figure !== wanted) return;
    const figure = figures.get(wanted);
    const isSame = shown && 'figure' in shown && JSON.stringify(shown.figure) === JSON.stringify(figure);
    if (figure && !isSame) show({ figure }, takesFocus);
  }
  /** Counts questions, so that an answer to an earlier one is not shown. */
  let questions = 0;
  /** Opens a card of what is asked about, if it passes; otherwise, and for the sky, closes what is open. */
  async function openThing(
    asked: Exclude<Asked, 'middle'>,
    takesFocus: boolean,
    passes: (thing: Explained) => boolean = () => true,
  ) {
    const question = ++questions;
    const thing = await inquiry.explain(asked).catch(() => null);
    if (isGone || question !== questions) return;
    if (thing && !passes(thing)) {
      if (shown && 'thing' in shown) remove();
      return;
    }
    if (!thing) {
      if (takesFocus) experience.notify({ key: wording().say('card.sky'), values: {}, kind: 'success' });
      return hide();
    }
    await list();
    if (store.getState().figure !== undefined) experience.set({ figure: undefined });
    show({ thing }, takesFocus);
  }

  const at = (clientX: number, clientY: number) => {
    const { left, top, width } = stage.getBoundingClientRect();
    // A page may have scaled the picture.
    const scale = stage.clientWidth / width;
    return { x: (clientX - left) * scale, y: (clientY - top) * scale };
  };
  /** Whether a press on a thing opens its card. A GPU is selected instead, in a plan, which shows no fronts, a rack; not under `evidence`. */
  const isOpened = ({ address }: Explained) => {
    const { overlay, look } = store.getState();
    const isSelected = address?.number !== undefined || (look === 'plan' && address?.rack !== undefined);
    return overlay === 'evidence' || !isSelected;
  };
  const readout = createReadout(root, experience, wording, isOpened, async (x, y) => {
    const found = await inquiry.explain(at(x, y));
    // What is computed is said with the figures that it is computed from.
    if (found?.figures.some(({ from }) => from?.some((id) => !figures.has(id)))) await list();
    return found;
  });

  function onEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !card || document.querySelector('dialog[open]')) return;
    // In somebody's page Escape may be meant for something else.
    if (!addressOf && !event.composedPath().some((each) => each === root || each === stage)) return;
    event.preventDefault();
    event.stopPropagation();
    hide();
  }
  window.addEventListener('keydown', onEscape, { capture: true });
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe((state, old) => {
    if (state.figure !== old.figure) {
      const isOwn = isChosenHere;
      isChosenHere = false;
      void openFigure(isOwn || addressOf !== undefined);
      return;
    }
    if (state.look !== old.look || state.page !== old.page) dress();
    if (state.flight !== old.flight || state.view !== old.view) readout.leave();
    const isOther = (['campuses', 'langWish', 'isJoining'] as const).some((key) => state[key] !== old[key]);
    if (isOther && shown && 'thing' in shown) remove();
    if (state.figure === undefined || (!isOther && state.moment.date === old.moment.date)) return;
    clearTimeout(quiet);
    quiet = setTimeout(() => void openFigure(false), QUIET_MS);
  });
  void openFigure(addressOf !== undefined);

  return {
    point: (event) => readout.follow(event),
    leave: () => readout.leave(),
    press(clientX, clientY, selected) {
      const hasSelected = () => store.getState().gpu !== selected && store.getState().overlay !== 'evidence';
      void openThing(at(clientX, clientY), false, (thing) => isOpened(thing) && !hasSelected());
    },
    answer(asked) {
      if (asked !== 'middle') return void openThing(asked, true);
      const { left, top, right, bottom } = live.covered;
      const x = (left + stage.clientWidth - right) / 2;
      void openThing({ x, y: (top + stage.clientHeight - bottom) / 2 }, true);
    },
    dispose() {
      isGone = true;
      clearTimeout(quiet);
      stop();
      resized.disconnect();
      window.removeEventListener('keydown', onEscape, { capture: true });
      readout.dispose();
      root.remove();
    },
  };
}
