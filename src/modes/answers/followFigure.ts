import type { Wish } from '../../state/choice.ts';
import type { Experience } from '../../state/experience.ts';

/**
 * Opens the chosen figure's view, now and whenever another one is chosen; one that came with a wish for a view, a GPU or a camera leaves
 * the picture as it is. Returns a function that stops it.
 */
export function followFigure(experience: Experience, { view, gpu, camera }: Wish): () => void {
  const { store } = experience;
  const open = (flies: boolean) => {
    if (store.getState().figure !== undefined)
      void import('./showFigure.ts').then(
        ({ showFigure }) => showFigure(experience, flies),
        () => experience.miss(),
      );
  };
  open(!(view || gpu || camera));
  return store.subscribe(({ figure }, before) => {
    if (figure !== before.figure) open(true);
  });
}
