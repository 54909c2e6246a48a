import english from '../../../../assets/languages/en.plan.json';
import type { Words } from '../../../state/words.ts';

/** The words of the plan, in a file of their own that is loaded with the plan. */
export const planWords: Words = { file: '.plan', english };

export type PlanWord = keyof typeof english;
export type SayPlan = (key: PlanWord, values?: Readonly<Record<string, string | number>>) => string;
