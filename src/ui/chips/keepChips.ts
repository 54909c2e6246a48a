import type { Experience } from '../../state/experience.ts';
import { mountWhen } from '../mountWhen.ts';

/** Shows labels under the chips that lie side by side, in `parent`; their code is loaded with the first chips. Returns what takes them away. */
export const keepChips = (parent: HTMLElement, experience: Experience): (() => void) =>
  mountWhen(
    experience,
    ({ chips }) => chips.length > 0,
    async () => {
      const { mountChipLabels } = await import('./chipLabels.ts');
      return () => mountChipLabels(parent, experience);
    },
  );
