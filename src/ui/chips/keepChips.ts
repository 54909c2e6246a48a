import type { Experience } from '../../state/experience.ts';

/** Shows labels under the chips that lie side by side, in `parent`; their code is loaded with the first chips. Returns what takes them away. */
export function keepChips(parent: HTMLElement, experience: Experience): () => void {
  const { store, miss } = experience;
  let isAsked = false;
  let isGone = false;
  let remove = () => {};
  function tell() {
    if (isAsked || store.getState().chips.length === 0) return;
    isAsked = true;
    import('./chipLabels.ts').then(
      ({ mountChipLabels }) => {
        if (!isGone) remove = mountChipLabels(parent, experience);
      },
      () => {
        remove = miss();
      },
    );
  }
  tell();
  const stop = store.subscribe(tell);
  return () => {
    isGone = true;
    stop();
    remove();
  };
}
