import english from '../../../assets/languages/en.stage.json';
import type { Words } from '../../state/words.ts';

/** The sentences of the stage. */
export const stageWords: Words = { file: '.stage', english };
