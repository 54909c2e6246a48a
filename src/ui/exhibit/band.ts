import type { Told } from '../../state/told.ts';
import { make } from '../element/make.ts';
import { cardOf } from '../figureCard.ts';
import type { ExhibitContext } from './parts.ts';

/** Title, text and large figure of the step that is told, and how far the story has come. */
export function createBand({ experience, say, format }: ExhibitContext): HTMLElement {
  const { store } = experience;
  const root = make('section', 'exhibit-band');
  const words = make('div', 'exhibit-words');
  words.setAttribute('aria-live', 'polite');
  words.setAttribute('aria-atomic', 'true');
  const title = make('h1', 'exhibit-heading');
  const text = make('p', 'exhibit-text');
  const figure = make('p', 'exhibit-figure');
  const progress = make('div', 'exhibit-progress');
  progress.setAttribute('role', 'img');
  words.append(title, text);
  root.append(words, figure, progress);
  let shown: Told | undefined;
  function show() {
    const { story } = store.getState();
    if (story === shown) return;
    shown = story;
    root.hidden = !story;
    if (!story) return;
    const { stepIndex, steps } = story.position;
    const step = story.steps[stepIndex]!;
    if (title.textContent !== step.title) title.textContent = step.title;
    if (text.textContent !== step.text) text.textContent = step.text;
    progress.setAttribute('aria-label', say('exhibit.place', { step: stepIndex + 1, steps }));
    progress.replaceChildren(
      ...story.steps.map((_, at) =>
        make('span', at <= stepIndex ? 'exhibit-dot exhibit-done' : 'exhibit-dot'),
      ),
    );
    figure.replaceChildren();
    if (!story.figure) return;
    const { name, value } = cardOf(story.figure, () => undefined, format);
    figure.append(make('strong', 'exhibit-value', value), ' ', make('span', 'exhibit-name', name));
  }
  show();
  store.subscribe(show);
  return root;
}
