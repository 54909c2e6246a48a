import english from '../../assets/languages/en.json';

/** Flat keys and their sentences, which have {named} places. */
export type Sentences = Readonly<Record<string, string>>;

/** What one chunk of the code says: English comes with the chunk, any other language from `<language><file>.json`. */
export interface Words {
  /** End of the file's name: empty, `.explorer`, `.plan`. */
  file: string;
  english: Sentences;
}

/** Says a key in one language; a key without a sentence shows as itself, so that a gap is seen and nothing breaks. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What every page says. */
export const sharedWords: Words = { file: '', english };

const folder = '../../assets/languages/';
/** Files of all languages but English, each fetched when it is wanted. */
const files = import.meta.glob<Sentences>(['../../assets/languages/*.json', '!**/en*.json'], {
  import: 'default',
});
const loaded = new Map<string, Sentences>();
const sayers = new Map<string, Say>();

/** A tag that `Intl` accepts; English where the wish cannot be used. */
export function usableTag(tag: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(tag ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const languageOf = (tag: string) => usableTag(tag).split('-')[0]!;

/** The tag of the language that a wish is answered in: its own where there is a file, else English. */
export function wordsTag(wish: string): string {
  const tag = usableTag(wish);
  const language = languageOf(tag);
  return language === 'en' || `${folder}${language}.json` in files ? tag : 'en';
}

/** Fetches the files of a tag's language. Without one, or where it does not come, English is said. */
export async function loadWords(tag: string): Promise<void> {
  const start = `${folder}${languageOf(tag)}.`;
  for (const [path, load] of Object.entries(files))
    if (path.startsWith(start)) loaded.set(path, await load().catch(() => ({})));
  sayers.clear();
}

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A value inside of a sentence; between isolating marks where the two could run in different directions. */
function placed(value: string | number, sentence: string): string {
  const text = String(value);
  return RIGHT_TO_LEFT.test(text + sentence) ? `\u2068${text}\u2069` : text;
}

/** Fills the places of a sentence; values are text and are not searched for places again. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : placed(value, sentence);
  });
}

/** Says what some chunks have to say in a tag's language, as far as it is loaded, else in English. The same function for the same wish. */
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
