import type { Grade } from '../../model/figure.ts';
import type { Experience } from '../../state/experience.ts';

/** Answers what percent of the picture each grade has; undefined while there is no picture. */
export type Areas = () => Promise<Readonly<Record<Grade, number>> | undefined>;

/** Shows the legend of the chosen overlay in `parent`; its code is loaded with the first overlay. Returns what takes it away. */
export function keepLegend(parent: HTMLElement, experience: Experience, areas: Areas): () => void {
  const { store, miss } = experience;
  let isAsked = false;
  let isGone = false;
  let remove = () => {};
  function tell() {
    if (isAsked || store.getState().overlay === 'none') return;
    isAsked = true;
    import('./legend.ts').then(
      ({ mountLegend }) => {
        if (!isGone) remove = mountLegend(parent, experience, areas);
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
