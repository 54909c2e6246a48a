import type { Sentences } from './words.ts';

/** Loaders of the language files other than English, by path. */
export const files = import.meta.glob<Sentences>(['../../assets/languages/*.json', '!**/en*.json'], {
  import: 'default',
});
