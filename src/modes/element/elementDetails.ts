import english from '../../../assets/languages/en.details.json';
import type { Wish } from '../../state/choice.ts';
import type { Experience, ExperienceState } from '../../state/experience.ts';
import { chosenTag, isEnglish, sayNow, sharedWords, type Words, wordsTag } from '../../state/words.ts';
import { createCaption } from '../../ui/element/caption.ts';
import type { Part } from '../../ui/element/controls.ts';
import { listenToDateKeys } from '../../ui/element/dateKeys.ts';
import sheetText from '../../ui/element/details.css?inline';
import { keepCampusLabels } from '../../ui/element/keepCampusLabels.ts';
import { keepClear } from '../../ui/element/keepClear.ts';
import { styleSheet } from '../../ui/element/styleSheet.ts';
import { createSpoken } from '../../ui/element/spoken.ts';
import { keepChips } from '../../ui/chips/keepChips.ts';
import { keepCards } from '../../ui/evidence/keepCards.ts';
import { keepLegend } from '../../ui/overlay/keepLegend.ts';
import { directionOf } from '../../ui/format.ts';
import { respeak } from '../../ui/respeak.ts';
import { keepStory } from '../../ui/stories/keepStory.ts';
import type { RackFieldEvents } from './elementEvents.ts';
import { followFigure } from '../answers/followFigure.ts';
import { createInquiry } from '../page/inquiry.ts';
import { SAID_WORDS } from '../experience/speak.ts';
import type { Mounted } from '../experience/mountExperience.ts';

export { keepAddress } from '../page/addressBar.ts';
export { followAttributes } from './elementAttributes.ts';

/** Endings of the language files of this chunk, and of what it loads. */
export const DETAILS_WORDS = [...SAID_WORDS, '.details'] as const;

/** The sentences of this chunk. */
const detailsWords: Words = { file: '.details', english };

let sheet: CSSStyleSheet | undefined;

/**
 * Adds an element's caption, its announcements, the legend of its overlay, the cards of its figures, the keys of its slider and the chosen figure; loaded after the
 * first frame. Returns what it has added, and the functions that stop it.
 */
export function connectDetails(
  root: ShadowRoot,
  frame: HTMLElement,
  bar: HTMLElement,
  mounted: Mounted,
  wish: Wish,
): { pieces: Part[]; stops: (() => void)[] } {
  sheet ??= styleSheet(sheetText);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const { experience } = mounted;
  const stage = frame.querySelector<HTMLElement>('.stage')!;
  const inquiry = createInquiry(mounted);
  const say = sayNow(experience.store, sharedWords, detailsWords);
  const spoken = createSpoken(root, experience, say);
  frame.append(spoken.root);
  const clear = keepClear(frame, bar, experience);
  return {
    pieces: [spoken, createCaption(frame, bar, experience, say)],
    stops: [
      listenToDateKeys(bar.querySelector<HTMLInputElement>('.days')!, experience),
      keepChips(frame, experience),
      keepLegend(frame, experience, inquiry.areas),
      keepCards({ parent: frame, stage, inquiry }, experience),
      followFigure(experience, wish),
      clear.stop,
      keepStory(
        {
          parent: () => (bar.hidden ? frame : bar),
          stories: mounted.stories,
          canLeave: false,
          resized: clear.cover,
        },
        experience,
      ),
      tellSteps(root.host, experience),
      keepLanguageOf(frame, experience),
      respeak(frame, experience, sharedWords, detailsWords),
      keepCampusLabels((layer) => stage.after(layer), experience),
    ],
  };
}

/** Keeps language and direction of the element's own words. English ones follow the page's direction. Returns a function that stops it. */
function keepLanguageOf(frame: HTMLElement, { store }: Experience): () => void {
  let last: string | undefined;
  const check = () => {
    const tag = wordsTag(chosenTag(store.getState().langWish));
    if (tag === last) return;
    last = tag;
    frame.lang = tag;
    frame.dir = isEnglish(tag) ? '' : directionOf(tag);
  };
  check();
  return store.subscribe(check);
}

/** Tells an element's listeners of each step of a story. Returns a function that stops it. */
function tellSteps(element: Element, { store }: Experience): () => void {
  const tell = ({ story }: Pick<ExperienceState, 'story'>, before?: ExperienceState) => {
    if (!story || story.position === before?.story?.position) return;
    const { story: id, step, stepIndex: index, steps } = story.position;
    const detail: RackFieldEvents['step'] = { story: id, step, index, steps };
    element.dispatchEvent(new CustomEvent('step', { detail }));
  };
  tell(store.getState());
  return store.subscribe(tell);
}
