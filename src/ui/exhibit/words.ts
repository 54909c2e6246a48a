import english from '../../../assets/languages/en.exhibit.json';
import type { Words } from '../../state/words.ts';

/** The sentences of an exhibit. */
export const exhibitWords: Words = { file: '.exhibit', english };
