import type { Blank, StageState } from '../../state/stageControl.ts';
import type { Story } from '../../stories/storySchema.ts';

/** What the stage shows, as its speaker's window hears it. */
export interface Shown {
  /** The story that is told, in the viewer's language; undefined while one is chosen. */
  story: Story | undefined;
  /** Index of the present step, from 0. */
  index: number;
  blank: Blank;
  audience: StageState['audience'];
  /** Index of the step that the audience sees, from 0; another one than the present one only while it is frozen. */
  seen: number;
}

/** What the speaker's window asks of its stage: to say what it shows, a step, or what the audience sees. */
export type SpeakerWish =
  | { ask: true }
  | { press: 'next' | 'previous' | 'first' | 'last' }
  | { goTo: number }
  | { blank: Blank }
  | { freeze: boolean };

const PRESSES: readonly unknown[] = ['next', 'previous', 'first', 'last'];
export const BLANKS: readonly unknown[] = ['none', 'black', 'white'];

/** Name of the channel of a pair. */
export const channelOf = (pair: string): string => `rackfield.speaker.${pair}`;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks a message that came to a stage; undefined for anything but a wish. */
export function readWish(value: unknown): SpeakerWish | undefined {
  if (!isObject(value) || Object.keys(value).length !== 1) return undefined;
  const { ask, press, goTo, blank, freeze } = value;
  const isWish =
    ask === true ||
    PRESSES.includes(press) ||
    (Number.isInteger(goTo) && Number(goTo) >= 0) ||
    BLANKS.includes(blank) ||
    typeof freeze === 'boolean';
  return isWish ? (value as SpeakerWish) : undefined;
}
