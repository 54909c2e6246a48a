import english from '../../../assets/languages/en.telling.json';
import type { Words } from '../../state/words.ts';

/** The sentences around a story in the explorer and the element. */
export const tellingWords: Words = { file: '.telling', english };
