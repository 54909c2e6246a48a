import type { Experience } from '../../state/experience.ts';
import { chosenTag, DOCUMENTS, loadLanguages, loadWords, STORIES, wordsTag } from '../../state/words.ts';
import { directionOf } from '../../ui/format.ts';
import { loadType } from '../../ui/languageType.ts';

/** Endings of the language files that the picture of every page needs, and of those that come with what is said about it. */
const PICTURE_WORDS = ['', DOCUMENTS, '.plan'] as const;
export const SAID_WORDS = [
  ...PICTURE_WORDS,
  STORIES,
  ...['.campuses', '.chips', '.compare', '.evidence', '.explain', '.overlay', '.telling'],
] as const;

const latest = new WeakMap<Experience, symbol>();

/** Loads the words and the type that a page begins with; English ones are there already. */
export const prepare = (tag: string, ...endings: readonly string[]): Promise<unknown> =>
  Promise.all([loadWords(tag, ...endings), loadType(tag)]);

/**
 * Loads the words and the type of a tag's language, by default of the browser's, and then speaks it. What is shown, its view and its day stay
 * as they are. Of several wishes the last one counts, however long each takes to load.
 */
export async function speak(experience: Experience, langWish: string | undefined): Promise<void> {
  const mine = Symbol('wish');
  latest.set(experience, mine);
  await prepare(chosenTag(langWish));
  if (latest.get(experience) === mine) experience.speak(langWish);
}

/** Loads what an element's picture begins with in another language than English; if that fails, it begins in English. */
export const prepareElement = (tag: string): Promise<unknown> => prepare(tag, ...PICTURE_WORDS);

/** Speaks a language that was spoken before at once, whatever else was asked for. */
export function speakAgain(experience: Experience, langWish: string | undefined): void {
  latest.delete(experience);
  if (experience.store.getState().langWish !== langWish) experience.speak(langWish);
}

/** The tags of all languages, once the type for their names has come; none if their list cannot be loaded. */
export async function languagesToChoose(): Promise<readonly string[]> {
  const [languages] = await Promise.all([loadLanguages().catch(() => []), loadType('names')]);
  return languages;
}

/** Keeps language and direction of the page, and calls back whenever another language is spoken, and once to begin with. */
export function keepLanguage({ store }: Experience, changed: () => void): void {
  let last: string | undefined;
  const check = () => {
    const tag = wordsTag(chosenTag(store.getState().langWish));
    if (tag === last) return;
    last = tag;
    Object.assign(document.documentElement, { lang: tag, dir: directionOf(tag) });
    changed();
  };
  check();
  store.subscribe(check);
}
