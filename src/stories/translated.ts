import type { Story } from './storySchema.ts';

/** The parts of a step that are translated. */
const TEXTS = ['title', 'text', 'notes'] as const;

/**
 * A story in another language, as far as there are sentences for it: `<story>.title`, and `<story>.<step>.title`, `.text` and `.notes`. The
 * rest stays as it is.
 */
export function translated(story: Story, sentences: Readonly<Record<string, string>> = {}): Story {
  const { id, title, steps } = story;
  return {
    ...story,
    title: sentences[`${id}.title`] ?? title,
    steps: steps.map((step) => {
      const said = TEXTS.flatMap((part) => {
        const sentence = sentences[`${id}.${step.id}.${part}`];
        return sentence === undefined ? [] : [[part, sentence]];
      });
      return { ...step, ...Object.fromEntries(said) };
    }),
  };
}

/** The keys of a file of translations that belong to none of the stories. */
export function strayKeys(sentences: Readonly<Record<string, string>>, stories: readonly Story[]): string[] {
  const known = new Set(
    stories.flatMap(({ id, steps }) => [
      `${id}.title`,
      ...steps.flatMap((step) => TEXTS.map((part) => `${id}.${step.id}.${part}`)),
    ]),
  );
  return Object.keys(sentences).filter((key) => !known.has(key));
}
