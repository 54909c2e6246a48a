import type { StageControl } from '../../state/stageControl.ts';
import type { Told } from '../../state/told.ts';
import type { Say } from '../../state/words.ts';
import { make } from '../element/make.ts';
import { cardOf } from '../figureCard.ts';
import type { Format } from '../format.ts';

/** Texts longer than this many characters are set smaller. */
const LONG = 150;
/** Figures longer than this many characters are set smaller, and may wrap. */
const LONG_VALUE = 12;

/** The line of title, the text and the large figure of the step that is told; keeps what it says while the audience is frozen. */
export function createCaption(control: StageControl, say: Say, format: Format): HTMLElement {
  const root = make('section', 'stage-band');
  root.setAttribute('aria-label', say('stage.region'));
  const words = make('div', 'stage-words');
  words.setAttribute('aria-live', 'polite');
  words.setAttribute('aria-atomic', 'true');
  const title = make('h1', 'stage-title');
  const text = make('p', 'stage-text');
  const figure = make('p', 'stage-figure');
  const place = make('p', 'stage-place');
  words.append(title, text);
  root.append(words, figure, place);
  let shown: Told | undefined;
  root.hidden = true;
  function show() {
    const { told, audience } = control.state();
    if (audience === 'frozen' || told === shown) return;
    shown = told;
    root.hidden = !told;
    if (!told) return;
    const { stepIndex, steps } = told.position;
    const step = told.steps[stepIndex]!;
    // A live region is read again when it is written again.
    if (title.textContent !== step.title) title.textContent = step.title;
    if (text.textContent !== step.text) text.textContent = step.text;
    root.toggleAttribute('data-long', step.text.length > LONG);
    // On a page from right to left the two numbers would change places.
    const fraction = make('bdi', '', `${stepIndex + 1} / ${steps}`);
    fraction.dir = 'ltr';
    place.replaceChildren(fraction);
    place.setAttribute('aria-label', say('stage.place', { step: stepIndex + 1, steps }));
    figure.replaceChildren();
    if (!told.figure) return;
    const { name, about, value } = cardOf(told.figure, () => undefined, format);
    const what = about === undefined ? name : say('stage.figure', { name, about });
    figure.toggleAttribute('data-long', value.length > LONG_VALUE);
    figure.append(make('strong', 'stage-value', value), ' ', make('span', 'stage-name', what));
  }
  show();
  control.subscribe(show);
  return root;
}
