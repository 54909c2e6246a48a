import english from '../../assets/languages/en.campuses.json';
import { type Say, sayIn, type Words, wordsTag } from '../state/words.ts';
import type { CampusFacts } from './campusFacts.ts';
import type { Format } from './format.ts';

/** The sentences about campuses beside each other, in a file of their own because the element loads them only then. */
const campusWords: Words = { file: '.campuses', english };

/** The function that returns these sentences for a BCP 47 tag. */
export const sayOfCampuses = (tag: string): Say => sayIn(wordsTag(tag), campusWords);

/** The name of a campus, with its configuration where there are several. */
export const nameWords = ({ name, label }: Pick<CampusFacts, 'name' | 'label'>, say: Say): string =>
  label === undefined ? name : say('campus.name', { name, label });

/** The count of a campus and its date. */
export function countWords({ count, counts, state, date }: CampusFacts, say: Say, format: Format): string {
  const amount = say(`campus.${counts}`, { count: format.whole(count) });
  return say(`campus.${state}`, { amount, date: date ? format.shortDate(date) : '' });
}

/** On what that count rests: whose account, if any, and its grade. */
export function basisWords({ account, grade }: CampusFacts, say: Say): string {
  const word = say(`campus.${grade}`);
  return account ? say('campus.basis', { account, grade: word }) : word;
}
