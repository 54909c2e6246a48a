import english from '../../../assets/languages/en.plan.json';
import type { Words } from '../../state/words.ts';

/** What is lettered in the plan; apart from the other words, so that it comes with the plan. */
export const planWords: Words = { file: '.plan', english };

export type PlanWord = keyof typeof english;
export type SayPlan = (key: PlanWord, values?: Readonly<Record<string, string | number>>) => string;
