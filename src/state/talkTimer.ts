import { lengthOf } from '../stories/at.ts';
import type { Step } from '../stories/storySchema.ts';

/** The timer of a talk. Never changed in place. */
export interface TalkTimer {
  /** Milliseconds that had been counted when it was last started or paused. */
  spent: number;
  /** When it was started, milliseconds since 1970; undefined while it is paused. */
  since?: number | undefined;
  /** How long the talk is to be, seconds; undefined for as long as its steps say. */
  planned?: number | undefined;
}

/** Longest talk, seconds. */
export const LONGEST_TALK = 36_000;

/** Milliseconds counted at `now`; clocks that are set back count nothing. */
export const elapsed = ({ spent, since }: TalkTimer, now: number): number =>
  spent + (since === undefined ? 0 : Math.max(0, now - since));

export const started = (timer: TalkTimer, now: number): TalkTimer => ({
  ...timer,
  since: timer.since ?? now,
});

export const paused = (timer: TalkTimer, now: number): TalkTimer => ({
  ...timer,
  spent: elapsed(timer, now),
  since: undefined,
});

/** Begins at zero again, running if it ran. */
export const reset = ({ since, planned }: TalkTimer, now: number): TalkTimer => ({
  spent: 0,
  since: since === undefined ? undefined : now,
  planned,
});

/** Reads a timer that was kept; a new one for anything else. */
export function readTimer(text: string | undefined): TalkTimer {
  try {
    const { spent, since, planned } = JSON.parse(text ?? '') as Record<string, unknown>;
    const isTime = (value: unknown): value is number => Number.isFinite(value) && Number(value) >= 0;
    if (!isTime(spent)) return { spent: 0 };
    return {
      spent,
      since: isTime(since) ? since : undefined,
      planned: isTime(planned) && planned > 0 && planned <= LONGEST_TALK ? planned : undefined,
    };
  } catch {
    return { spent: 0 };
  }
}

/**
 * Seconds by which a talk is behind its plan, below zero if it is ahead: 0 between the planned beginning and end of the present step. Each
 * step has its share of the planned length.
 */
export function behind(steps: readonly Step[], index: number, seconds: number, planned?: number): number {
  const whole = lengthOf(steps);
  const scale = (planned ?? whole) / whole;
  const [from, to] = [index, index + 1].map((count) => lengthOf(steps.slice(0, count)) * scale);
  return seconds < from! ? seconds - from! : Math.max(0, seconds - to!);
}
