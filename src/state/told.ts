import type { ExplainedFigure } from '../inventory/figures/explained.ts';
import type { Step } from '../stories/storySchema.ts';

/** Where a story is, as `stats()` answers it. */
export interface StoryPosition {
  /** Id of the story, and of the step that is told or moved to. */
  story: string;
  step: string;
  /** From 0. */
  stepIndex: number;
  /** How many there are. */
  steps: number;
}

/** A story that is told; titles and texts in the viewer's language. Another value for each change. */
export interface Told {
  position: StoryPosition;
  title: string;
  steps: readonly Step[];
  /** The figure that the present step shows large, once it is found. */
  figure?: ExplainedFigure | undefined;
}

/** What moves through a story; see `Telling` for what each does. */
export interface StoryMoves {
  next(): Promise<void>;
  previous(): Promise<void>;
  /** Tells a story from a step on, given by its id or its index; by default the first. Rejects with a RangeError for one that there is not. */
  goToStep(story: string, step?: string | number): Promise<void>;
  /** Ends the telling; the picture stays. */
  end(): void;
  /** Ends the telling, and shows again what was there before it. */
  leave(): void;
}
