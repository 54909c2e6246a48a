import type { Grade } from '../../model/figure.ts';
import type { Experience } from '../../state/experience.ts';
import { mountWhen } from '../mountWhen.ts';

/** Answers what percent of the picture each grade has; undefined while there is no picture. */
export type Areas = () => Promise<Readonly<Record<Grade, number>> | undefined>;

/** Shows the legend of the chosen overlay in `parent`; its code is loaded with the first overlay. Returns what takes it away. */
export const keepLegend = (parent: HTMLElement, experience: Experience, areas: Areas): (() => void) =>
  mountWhen(
    experience,
    ({ overlay }) => overlay !== 'none',
    async () => {
      const { mountLegend } = await import('./legend.ts');
      return () => mountLegend(parent, experience, areas);
    },
  );
