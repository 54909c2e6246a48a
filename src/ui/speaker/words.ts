import english from '../../../assets/languages/en.speaker.json';
import type { Words } from '../../state/words.ts';

/** The sentences of the speaker's window, and of the stage about it. */
export const speakerWords: Words = { file: '.speaker', english };
