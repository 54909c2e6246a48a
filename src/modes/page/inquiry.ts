import type { Asked, Inquiry } from '../../ui/evidence/inquiry.ts';
import type { Mounted } from '../experience/mountExperience.ts';

/** What can be asked about the figures of a mounted picture. */
export function createInquiry({ experience, handle, canvas }: Mounted): Inquiry {
  const answers = new Set<(asked: Asked) => void>();
  return {
    figures: handle.figures,
    async explain(asked) {
      const { explain, explainGpu } = await import('../answers/explain.ts');
      return 'gpu' in asked ? explainGpu(experience, asked.gpu) : explain(experience, asked.x, asked.y);
    },
    areas: async () => (await import('../answers/explain.ts')).areas(experience, canvas()),
    ask(asked) {
      for (const answer of answers) answer(asked);
    },
    onAsk(answer) {
      answers.add(answer);
      return () => answers.delete(answer);
    },
  };
}
