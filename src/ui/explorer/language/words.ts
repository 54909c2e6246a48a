import english from '../../../../assets/languages/en.explorer.json';
import type { Look } from '../../../views/look.ts';
import { useChoice } from '../../../state/hooks.ts';
import { chosenTag, type Say, sayIn, sharedWords, type Words, wordsTag } from '../../../state/words.ts';
import { evidenceWords } from '../../evidence/words.ts';
import { type Format, formatOf } from '../../format.ts';
import type { KeyAction } from '../../keys.ts';

/** Sentences of the explorer only, kept out of the element. */
const explorerWords: Words = {
  file: '.explorer',
  english: english satisfies Record<`look.${Look}` | `key.${KeyAction}`, string>,
};

/** The BCP 47 tag of the viewer: from the address, else from the browser. */
export function useTag(): string {
  return chosenTag(useChoice((state) => state.langWish));
}

/** The function that returns sentences in the viewer's language. */
export function useSay(): Say {
  return sayIn(wordsTag(useTag()), sharedWords, explorerWords, evidenceWords);
}

/** The number and date formats of the viewer's language. */
const useFormat = (): Format => formatOf(useTag());

/** The sentences and the formats of the viewer's language. */
export const useLanguage = () => ({ say: useSay(), format: useFormat() });
