import english from '../../../assets/languages/en.plan.json';

/** What is lettered in the plan; apart from the other words, so that it comes with the plan. */
const PLAN_LANGUAGES: Readonly<Record<string, typeof english>> = { en: english };

export type PlanWord = keyof typeof english;
export type SayPlan = (key: PlanWord, values?: Readonly<Record<string, string | number>>) => string;

/** Fills the plan's words for a tag: its own language where there is a file, else English. */
export function planWords(tag: string): SayPlan {
  const words = PLAN_LANGUAGES[tag.split('-')[0]?.toLowerCase() ?? ''] ?? english;
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
