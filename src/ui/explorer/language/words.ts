import english from '../../../../assets/languages/en.explorer.json';
import { useChoice } from '../../../state/hooks.ts';
import { LANGUAGES, say, usableTag, type Words, wordsFor } from '../../../state/words.ts';
import { createFormat, type Format } from '../../format.ts';

/** The explorer's own words; apart from the shared ones, so that the element does not carry them. */
const EXPLORER_LANGUAGES: Readonly<Record<string, typeof english>> = { en: english };

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const sayers = new Map<string, Say>();
const formats = new Map<string, Format>();

const languageOf = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? '';

/** The tag of the language file that a wish gets: its own where there is one, else English. */
export function wordsTag(wish: string): string {
  const tag = usableTag(wish);
  const language = languageOf(tag);
  return language in LANGUAGES && language in EXPLORER_LANGUAGES ? tag : 'en';
}

function sayer(tag: string): Say {
  const known = sayers.get(tag);
  if (known) return known;
  const words: Words = { ...wordsFor(tag), ...(EXPLORER_LANGUAGES[languageOf(tag)] ?? english) };
  const made: Say = (key, values) => say(words, key, values);
  sayers.set(tag, made);
  return made;
}

/** The language wished for: the address first, then the browser. */
export function useTag(): string {
  return usableTag(useChoice((state) => state.langWish) ?? navigator.language);
}

/** Says a key of the language file in the viewer's language. */
export function useSay(): Say {
  return sayer(wordsTag(useTag()));
}

/** Writes numbers and dates as the viewer's language does. */
export function useFormat(): Format {
  const tag = useTag();
  const known = formats.get(tag);
  if (known) return known;
  const made = createFormat(tag);
  formats.set(tag, made);
  return made;
}
