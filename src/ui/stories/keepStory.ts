import type { Experience } from '../../state/experience.ts';
import type { StoryMoves } from '../../state/told.ts';
import { mountWhen } from '../mountWhen.ts';

/** Where the words of a story stand, and what its buttons move. */
export interface StoryPlace {
  /** Asked again whenever the layout changes. */
  parent(): HTMLElement;
  stories(): Promise<StoryMoves>;
  /** Whether there is a button that leaves the story. */
  canLeave: boolean;
  /** Called after the words have got another size. */
  resized?(): void;
}

/** Shows the words and buttons of the story that is told; their code is loaded with the first story. Returns what takes them away. */
export const keepStory = (place: StoryPlace, experience: Experience): (() => void) =>
  mountWhen(
    experience,
    ({ story }) => story !== undefined,
    async () => {
      const { mountStory } = await import('./story.ts');
      return () => mountStory(place, experience);
    },
  );
