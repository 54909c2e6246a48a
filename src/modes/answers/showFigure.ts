import { isAreaShare } from '../../inventory/figures/shares.ts';
import type { Experience } from '../../state/experience.ts';
import { figureView } from '../../views/figureView.ts';
import { listedFigures } from './figures.ts';

/** Length to which an unknown id is cut in its sentence, characters. */
const SHOWN_LENGTH = 80;

/** Shows what the chosen figure is about, unless the viewer has chosen a view; an unknown figure is let go with a sentence. */
export async function showFigure(experience: Experience, flies: boolean): Promise<void> {
  const { store } = experience;
  const wanted = store.getState().figure;
  if (wanted === undefined) return;
  const figures = await listedFigures(experience);
  const { figure, campuses } = store.getState();
  if (figure !== wanted) return;
  const found = figures.find(({ id }) => id === wanted);
  if (!found && !isAreaShare(wanted)) {
    experience.set({ figure: undefined });
    experience.notify({
      key: 'notice.figure',
      values: { key: 'figure', value: wanted.slice(0, SHOWN_LENGTH), expected: '' },
    });
    return;
  }
  if (!found || !flies) return;
  const { view, gpu } = figureView(found, campuses[found.campusIndex]!);
  experience.goTo(view, gpu, found.campusIndex);
}
