import type { Experience } from '../../state/experience.ts';
import { mountWhen } from '../mountWhen.ts';

/** Labels the campuses of a picture as soon as there are several; `insert` puts the labels over it. Returns what takes them away. */
export const keepCampusLabels = (
  insert: (layer: HTMLElement) => void,
  experience: Experience,
): (() => void) =>
  mountWhen(
    experience,
    ({ campuses }) => campuses.length > 1,
    async () => {
      const { createCampusLabels } = await import('./campusLabels.ts');
      return () => createCampusLabels(insert, experience).dispose;
    },
  );
