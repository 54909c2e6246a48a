import type { StoryPosition, Told } from './told.ts';

/** A picture that is covered: by nothing, by black or by white. */
export type Blank = 'none' | 'black' | 'white';

/** What the stage shows. */
export interface StageState {
  /** The story that is told; undefined while one is chosen. */
  told: Told | undefined;
  blank: Blank;
  /** Whether the audience sees what is told, or keeps what it saw last. */
  audience: 'live' | 'frozen';
  /** Where the story was when the audience's picture was frozen; undefined while it is live. */
  frozenAt: StoryPosition | undefined;
}

/** What moves the stage, wherever the wish comes from: keys, touch, a speaker's window or a phone. */
export interface StageControl {
  state(): StageState;
  /** See `Telling` for what these do; each promise resolves when its step stands or has been overtaken. */
  next(): Promise<void>;
  previous(): Promise<void>;
  /** Goes to a step of the present story by its id or its index. */
  goTo(step: string | number): Promise<void>;
  /** Begins a story with its first step. Rejects with a RangeError for one that there is not. */
  begin(story: string): Promise<void>;
  blank(to: Blank): void;
  freeze(isFrozen: boolean): void;
  /** Calls back after every change. Returns a function that stops it. */
  subscribe(listener: () => void): () => void;
}
