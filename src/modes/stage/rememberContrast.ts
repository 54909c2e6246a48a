import { keepInTab, keptInTab } from '../page/tabStorage.ts';

/** What the key for contrast goes through: as the look has it, light on black, black on white. */
const CONTRASTS = ['usual', 'dark', 'light'] as const;
/** Key of the contrast of a stage, in the storage of its window. */
const CONTRAST = 'rackfield.contrast';

/** Gives a stage the contrast that it had before its page was loaded again. Returns a function that goes on to the next, and keeps that. */
export function keepContrast(root: HTMLElement): () => void {
  const kept = keptInTab(CONTRAST);
  let at = Math.max(
    CONTRASTS.findIndex((each) => each === kept),
    0,
  );
  const dress = () => {
    const contrast = CONTRASTS[at];
    if (contrast === 'usual') delete root.dataset.contrast;
    else root.dataset.contrast = contrast;
  };
  dress();
  return () => {
    at = (at + 1) % CONTRASTS.length;
    dress();
    keepInTab(CONTRAST, at === 0 ? undefined : CONTRASTS[at]);
  };
}
