import { type Shelf, shippedShelf } from './shipped.ts';
import type { Story } from './storySchema.ts';

/** The stories of an exhibit, which tells them by itself: its attract loop, and a tour of at most two minutes. */
const OWN: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  attract: () => import('../../assets/exhibit/attract.json'),
  tour: () => import('../../assets/exhibit/tour.json'),
};
const found = new Map<string, Story>();

/** The stories of an exhibit beside those that come with the program. */
export const exhibitShelf: Shelf = {
  ids: async () => [...Object.keys(OWN), ...(await shippedShelf.ids())],
  async find(id) {
    const load = Object.hasOwn(OWN, id) ? OWN[id] : undefined;
    if (!load) return shippedShelf.find(id);
    const story = found.get(id) ?? ((await load()).default as Story);
    found.set(id, story);
    return story;
  },
};

const byLook = new Map<string, Story>();

/** The same stories, with the attract loop by day or at night as `look` answers. */
export const shelfByLook = (look: () => 'model' | 'night'): Shelf => ({
  ...exhibitShelf,
  async find(id) {
    const story = await exhibitShelf.find(id);
    if (id !== 'attract' || !story) return story;
    const shown = look();
    // The same story is the same object, so that it is not taken for another one.
    const made = byLook.get(shown) ?? {
      ...story,
      steps: story.steps.map((step) => ({ ...step, look: shown })),
    };
    byLook.set(shown, made);
    return made;
  },
});
