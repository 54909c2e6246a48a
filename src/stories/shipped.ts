import type { Story } from './storySchema.ts';

interface ShippedStory {
  title: string;
  /** Rejects if the chunk cannot be loaded; another call then tries again. */
  load(): Promise<Story>;
}

const story = (title: string, load: () => Promise<{ default: unknown }>): ShippedStory => ({
  title,
  load: async () => (await load()).default as Story,
});

/** The stories that come with the program, by id, each a chunk of its own; the tests check them. */
export const shippedStories: Readonly<Record<string, ShippedStory>> = {
  'one-chip': story('From one chip to 200,000', () => import('../../assets/stories/one-chip.json')),
  '122-days': story('122 days', () => import('../../assets/stories/122-days.json')),
  'how-big': story('How big is it?', () => import('../../assets/stories/how-big.json')),
};

/** Ids and titles of the shipped stories, translated as far as there are sentences for it; see `translated`. */
export const shippedTitles = (sentences: Readonly<Record<string, string>> = {}) =>
  Object.entries(shippedStories).map(([id, { title }]) => ({ id, title: sentences[`${id}.title`] ?? title }));

/** Where a page finds its stories. */
export interface Shelf {
  ids(): Promise<readonly string[]>;
  /** The story of an id, the same object until it has changed; undefined for one that there is not. Rejects if it cannot be loaded. */
  find(id: string): Promise<Story | undefined>;
}

/** The stories that come with the program, and no others. */
export const shippedShelf: Shelf = {
  ids: async () => Object.keys(shippedStories),
  find: async (id) => (Object.hasOwn(shippedStories, id) ? shippedStories[id]!.load() : undefined),
};
