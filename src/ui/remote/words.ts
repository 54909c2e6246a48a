import english from '../../../assets/languages/en.remote.json';
import type { Words } from '../../state/words.ts';

/** The sentences of the remote's page, and of the stage about remotes. */
export const remoteWords: Words = { file: '.remote', english };
