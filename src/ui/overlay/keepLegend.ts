import type { Experience } from '../../state/experience.ts';

/** Shows the legend of the chosen overlay in `parent`; its code is loaded with the first overlay. Returns what takes it away. */
export function keepLegend(parent: HTMLElement, experience: Experience): () => void {
  const { store, miss } = experience;
  let isAsked = false;
  let isGone = false;
  let remove = () => {};
  function tell() {
    if (isAsked || store.getState().overlay === 'none') return;
    isAsked = true;
    import('./legend.ts').then(
      ({ mountLegend }) => {
        if (!isGone) remove = mountLegend(parent, experience);
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
