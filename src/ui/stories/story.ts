import type { Experience } from '../../state/experience.ts';
import type { Told } from '../../state/told.ts';
import { chosenTag, sayIn, wordsTag } from '../../state/words.ts';
import { make } from '../element/make.ts';
import { styleSheet } from '../element/styleSheet.ts';
import { cardOf } from '../figureCard.ts';
import { createFormat, directionOf } from '../format.ts';
import type { StoryPlace } from './keepStory.ts';
import sheetText from './story.css?inline';
import { tellingWords } from './words.ts';

let sheet: CSSStyleSheet | undefined;

/** Shows title, text and figure of the step that is told, and the buttons that move the story. Returns what takes them away. */
export function mountStory(
  { parent, stories, canLeave, resized }: StoryPlace,
  experience: Experience,
): () => void {
  const { store } = experience;
  const root = make('section', 'telling');
  const head = make('div', 'telling-head');
  const place = make('span', 'telling-count');
  const words = make('div', 'telling-words');
  words.setAttribute('aria-live', 'polite');
  words.setAttribute('aria-atomic', 'true');
  const title = make('h2', 'telling-title');
  const text = make('p', 'telling-text');
  const figure = make('p', 'telling-figure');
  words.append(title, text);
  // A story may be in another language than the page.
  title.dir = text.dir = 'auto';
  function button(name: 'previous' | 'next' | 'leave') {
    const made = make('button', `telling-button telling-${name}`);
    made.type = 'button';
    made.addEventListener('click', () => void stories().then((moves) => moves[name]()));
    return made;
  }
  const previous = button('previous');
  const next = button('next');
  const leave = canLeave ? button('leave') : undefined;
  head.append(place, previous, next, ...(leave ? [leave] : []));
  root.append(words, figure, head);
  // It may have to be scrolled in a small picture.
  text.tabIndex = 0;

  sheet ??= styleSheet(sheetText);
  let shown: Told | undefined;
  let language: string | undefined;
  function tell() {
    const { story: told, langWish, look, page } = store.getState();
    Object.assign(root.dataset, { look, page });
    root.hidden = !told;
    const tag = chosenTag(langWish);
    if (!told || (told === shown && tag === language)) return;
    shown = told;
    language = tag;
    const say = sayIn(wordsTag(tag), tellingWords);
    root.lang = wordsTag(tag);
    root.dir = directionOf(root.lang);
    root.setAttribute('aria-label', `${say('telling.region')}: ${told.title}`);
    for (const [made, name] of [
      [previous, 'previous'],
      [next, 'next'],
      [leave, 'leave'],
    ] as const)
      made?.setAttribute('aria-label', say(`telling.${name}`));
    const { stepIndex, steps } = told.position;
    const step = told.steps[stepIndex]!;
    place.textContent = say('telling.place', { step: stepIndex + 1, steps });
    // Not disabled: a disabled button loses the focus.
    previous.setAttribute('aria-disabled', String(stepIndex === 0));
    next.setAttribute('aria-disabled', String(stepIndex + 1 === steps));
    // A live region is read again when it is written again.
    if (title.textContent !== step.title) title.textContent = step.title;
    if (text.textContent !== step.text) {
      text.textContent = step.text;
      text.scrollTop = 0;
    }
    // Its line is kept free until it is found.
    figure.hidden = step.figure === undefined;
    figure.replaceChildren();
    if (!told.figure) return;
    const { name, about, value } = cardOf(told.figure, () => undefined, createFormat(tag));
    const what = about === undefined ? name : say('telling.figure', { name, about });
    figure.append(make('strong', 'telling-value', value), ' ', make('span', 'telling-name', what));
  }
  function stand() {
    const home = parent();
    if (root.parentNode === home) return;
    home.append(root);
    const { adoptedStyleSheets } = home.getRootNode() as Document | ShadowRoot;
    if (!adoptedStyleSheets.includes(sheet!)) adoptedStyleSheets.push(sheet!);
  }
  stand();
  tell();
  const observer = new ResizeObserver(() => resized?.());
  observer.observe(root);
  const stops = [store.subscribe(tell), store.subscribe(stand)];
  return () => {
    observer.disconnect();
    for (const stop of stops) stop();
    root.remove();
  };
}
