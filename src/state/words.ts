import english from '../../assets/languages/en.json';

/** A language file: flat keys, sentences with {named} places. */
export type Words = Readonly<Record<keyof typeof english, string>>;

/** The languages that have a file. Dates and numbers follow any BCP 47 tag all the same. */
export const LANGUAGES: Readonly<Record<string, Words>> = { en: english };

/** Fills a sentence; a key that the file lacks shows as itself, so that a gap is seen and nothing breaks. */
export function say(
  words: Words,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const sentence: string = Object.hasOwn(words, key) ? words[key as keyof Words] : key;
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The words for a tag: its own language where there is a file, else English. */
export function wordsFor(tag: string): Words {
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  return (Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined) ?? english;
}

/** A tag that `Intl` accepts; English where the wish cannot be used. */
export function usableTag(tag: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(tag ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}
