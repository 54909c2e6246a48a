import english from '../../assets/languages/en.json';
import type { View } from '../views/view.ts';

/** Sentences by key, with {named} places for values. */
export type Sentences = Readonly<Record<string, string>>;

/** The sentences of one chunk: English is bundled with it, other languages are files `<language><file>.json`. */
export interface Words {
  /** Ending of the file names, such as `.explorer`; empty for the shared file. */
  file: string;
  english: Sentences;
}

/** Returns the sentence of a key with its values filled in; an unknown key returns itself. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The sentences of every page and of the element. */
export const sharedWords: Words = {
  file: '',
  english: english satisfies Record<`view.${View | 'processor'}`, string>,
};

const folder = '../../assets/languages/';
/** Loaders of the language files other than English. */
const files = import.meta.glob<Sentences>(['../../assets/languages/*.json', '!**/en*.json'], {
  import: 'default',
});
const loaded = new Map<string, Sentences>();
const sayers = new Map<string, Say>();

/** A tag that `Intl` accepts: the given one if valid, else English. */
export function usableTag(tag: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(tag ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * The tag to speak in: the wish, which the address has checked, else the browser's language, which is no proper tag where the system names
 * none. Names of system locales such as `de_DE.UTF-8` are read as tags; `C` is English.
 */
export const chosenTag = (wish?: string): string =>
  wish ?? usableTag(navigator.language?.replace(/[.@].*/, '').replaceAll('_', '-'));

const languageOf = (tag: string) => usableTag(tag).split('-')[0]!;

/** The tag for `lang` and `dir`: the wish if its language has a file, else English. */
export function wordsTag(wish: string): string {
  const tag = usableTag(wish);
  const language = languageOf(tag);
  return language === 'en' || `${folder}${language}.json` in files ? tag : 'en';
}

/** Loads all files of a tag's language. English is used for files that do not exist or fail to load. */
export async function loadWords(tag: string): Promise<void> {
  const start = `${folder}${languageOf(tag)}.`;
  for (const [path, load] of Object.entries(files))
    if (path.startsWith(start)) loaded.set(path, await load().catch(() => ({})));
  sayers.clear();
}

/** The sentences of a tag's language in a file of this ending, if they are loaded and not English. */
export const sentencesIn = (tag: string, file: string): Sentences | undefined =>
  loaded.get(`${folder}${languageOf(tag)}${file}.json`);

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A value as text for a sentence; with isolating marks (FSI, PDI) if either contains right-to-left letters. */
function placed(value: string | number, sentence: string): string {
  const text = String(value);
  return RIGHT_TO_LEFT.test(text + sentence) ? `\u2068${text}\u2069` : text;
}

/** Puts values into the {named} placeholders of a sentence; placeholders inside values are not replaced. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined ? placeholder : placed(value, sentence);
  });
}

/** The sentences of some chunks in a tag's language, English if not loaded. Returns the same function for the same arguments. */
export function sayIn(tag: string, ...words: readonly Words[]): Say {
  const language = languageOf(tag);
  const id = [language, ...words.map(({ file }) => file)].join();
  const known = sayers.get(id);
  if (known) return known;
  const sentences = new Map(
    words.flatMap(({ file, english: own }) =>
      Object.entries({ ...own, ...loaded.get(`${folder}${language}${file}.json`) }),
    ),
  );
  const say: Say = (key, values) => fill(sentences.get(key) ?? key, values);
  sayers.set(id, say);
  return say;
}
