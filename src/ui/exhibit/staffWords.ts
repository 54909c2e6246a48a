import english from '../../../assets/languages/en.staff.json';
import type { Words } from '../../state/words.ts';

/** The sentences of the page for the staff of an exhibit. */
export const staffWords: Words = { file: '.staff', english };
