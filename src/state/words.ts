import english from '../../assets/languages/en.json';
import type { Campus } from '../timeline/campus.ts';
import type { View } from '../views/view.ts';

/** Sentences by key, with {named} places for values. */
export type Sentences = Readonly<Record<string, string>>;

/** The sentences of one chunk: English is bundled with it, other languages are files `<language><file>.json`. */
export interface Words {
  /** Ending of the file names, such as `.explorer`; empty for the shared file. */
  file: string;
  english: Sentences;
}

/** What stands in a place of a sentence; of several values any is meant, and they are listed in the way of its language. */
export type Value = string | number | readonly string[];
type Values = Readonly<Record<string, Value>>;

/** Returns the sentence of a key with its values filled in; an unknown key returns itself. */
export type Say = (key: string, values?: Values) => string;

/** Endings of the files with the texts of built-in documents, and with the words of stories; English ones stand in the documents. */
export const DOCUMENTS = '.documents';
export const STORIES = '.stories';

/** The sentences of every page and of the element. */
export const sharedWords: Words = {
  file: '',
  english: english satisfies Record<`view.${View | 'processor'}`, string>,
};

const folder = '../../assets/languages/';
const loaded = new Map<string, Sentences>();
const sayers = new Map<string, Say>();
/** Endings of the files of all chunks that have been asked for. */
const asked = new Set<string>();
/** Languages that have files; English alone until {@link loadLanguages}, so that who reads English loads nothing more. */
let languages: readonly string[] = ['en'];
let files: Readonly<Record<string, () => Promise<Sentences>>> = {};
/** What translates documents. */
let documents: typeof import('./documentWords.ts') | undefined;

/** Loads the list of the languages that have files, and returns it, English first. Rejects if it cannot be loaded. */
export async function loadLanguages(): Promise<readonly string[]> {
  if (languages.length > 1) return languages;
  const [list, telling] = await Promise.all([import('./languageFiles.ts'), import('./documentWords.ts')]);
  files = list.files;
  documents = telling;
  found.clear();
  const tags = Object.keys(files).flatMap((path) => /\/([^/.]+)\.json$/.exec(path)?.[1] ?? []);
  languages = ['en', ...tags];
  return languages;
}

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
  wish ?? usableTag(globalThis.navigator?.language?.replace(/[.@].*/, '').replaceAll('_', '-'));

/** Whether a tag is one of English, whose words need not be loaded. */
export const isEnglish = (tag: string) => /^en\b/.test(usableTag(tag));

const found = new Map<string, string>();
/**
 * The language of a tag's words: one of the same language in the same script, else English. `zh` is written in simplified letters, as the
 * locale data has it; who asks for traditional ones gets English rather than a script of others.
 */
export function languageOf(tag: string): string {
  let language = found.get(tag);
  if (language) return language;
  const wish = new Intl.Locale(usableTag(tag)).maximize();
  language =
    languages.find((each) => {
      const known = new Intl.Locale(each).maximize();
      return known.language === wish.language && known.script === wish.script;
    }) ?? 'en';
  found.set(tag, language);
  return language;
}

/** The tag for `lang` and `dir`: the wish if its language has files, else English. */
export function wordsTag(wish: string): string {
  const tag = usableTag(wish);
  return languageOf(tag) === 'en' && !isEnglish(tag) ? 'en' : tag;
}

/**
 * Loads the files with these endings, and those that were asked for before, of a tag's language. English is used for files that do not
 * exist or fail to load.
 */
export async function loadWords(tag: string, ...endings: readonly string[]): Promise<void> {
  for (const ending of endings) asked.add(ending);
  if (isEnglish(tag)) return;
  await loadLanguages().catch(() => undefined);
  const language = languageOf(tag);
  const paths = [...asked].map((ending) => `${folder}${language}${ending}.json`);
  const load = async (path: string) => {
    const words = await files[path]?.().catch(() => undefined);
    if (words) loaded.set(path, words);
  };
  await Promise.all(paths.filter((path) => !loaded.has(path)).map(load));
  sayers.clear();
}

/** The sentences of a tag's language in a file of this ending, if they are loaded and not English. */
export const sentencesIn = (tag: string, file: string): Sentences | undefined =>
  loaded.get(`${folder}${languageOf(tag)}${file}.json`);

/** A campus with the texts of its document in a tag's language, as far as they are loaded. The same campus for the same arguments. */
export const campusIn = (campus: Campus, tag: string): Campus =>
  documents?.told(campus, sentencesIn(tag, DOCUMENTS)) ?? campus;

/** Letters of scripts that are written from right to left, and the mark that stands for one. */
const RIGHT_TO_LEFT =
  /[\u200f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The direction in which a text is written that stands by itself: that of its first letter or mark, so `2.24 متر` runs from right to left. */
export const directionOfText = (text: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.test(/[\p{L}\u200f]/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';

/** A value as text for a sentence; with isolating marks (FSI, PDI) if either contains right-to-left letters. */
function placed(value: string | number, sentence: string): string {
  const text = String(value);
  return RIGHT_TO_LEFT.test(text + sentence) ? `\u2068${text}\u2069` : text;
}

/** Puts values into the {named} placeholders of a sentence of a language; placeholders inside values are not replaced. */
export function fill(sentence: string, values: Values = {}, language = 'en'): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    if (typeof value !== 'object') return placed(value, sentence);
    const list = new Intl.ListFormat(language, { type: 'disjunction' });
    return list.format(value.map((each) => placed(each, sentence)));
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
  const say: Say = (key, values) => fill(sentences.get(key) ?? key, values, language);
  sayers.set(id, say);
  return say;
}

/** Says sentences of some chunks in the language that is chosen at the moment of saying. */
export const sayNow =
  (store: { getState(): { langWish: string | undefined } }, ...words: readonly Words[]): Say =>
  (key, values) =>
    sayIn(chosenTag(store.getState().langWish), ...words)(key, values);
