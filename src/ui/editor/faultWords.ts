import type { DocumentError } from '../../model/checkErrors.ts';
import type { Say } from '../../state/words.ts';

/** What the check of stories says, and the ends of the keys of the same in other words; its groups are the values. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/^nothing$/, 'nothing'],
  [/^the text "(?<text>.*)"$/s, 'text'],
  [/^the text "(?<text>.*)" of (?<count>\d+) characters$/s, 'long'],
  [/^a list of (?<count>\d+)$/, 'list'],
  [/^a number$/, 'number'],
  [/^a whole number$/, 'whole'],
  [/^a number of at least (?<count>[\d.-]+)$/, 'least'],
  [/^a number of at most (?<count>[\d.-]+)$/, 'most'],
  [/^text of at most (?<count>\d+) characters$/, 'short'],
  [/^a list of at most (?<count>\d+)$/, 'few'],
  [/^an id: up to 64/, 'id'],
  [/^a date such as/, 'date'],
  [/^a date of the calendar$/, 'calendar'],
  [/^a date not after (?<date>.*)$/, 'notAfter'],
  [/^the date at which the growth/, 'end'],
  [/^an id that no other step has$/, 'takenStep'],
  [/^a short name that no other story has$/, 'takenStory'],
  [/^the name of a figure that this picture has$/, 'figure'],
];

/** A part of an error in the language of `say`. What only a file can have wrong is for who writes it, and stays in English. */
function inWords(text: string, say: Say): string {
  if (text.startsWith('one of '))
    return say('fault.oneOf', { choices: text.slice('one of '.length).split(', ') });
  for (const [pattern, key] of SAID) {
    const found = pattern.exec(text);
    if (found) return say(`fault.${key}`, { ...found.groups });
  }
  return text;
}

/** What an error has found and expected, in the language of `say`. */
export const faultWords = ({ found, expected }: Omit<DocumentError, 'path'>, say: Say) => ({
  found: inWords(found, say),
  expected: inWords(expected, say),
});
