import type { Path, Waypoint } from '../views/path.ts';
import type { Pose } from '../views/pose.ts';
import type { Step } from './storySchema.ts';

/** Longest time in which the eye moves to a step, and its longest share of the step. */
const MOVE_SECONDS = 2.4;
const MOST_OF_STEP = 0.5;
/** Seconds of a step that says nothing else. */
const USUAL_SECONDS = 8;

/** What a step needs to be known of the picture; days are counted from the site's day 0. */
export interface Staged {
  step: Step;
  /** Days between which the growth runs while the step is told; equal where it stands still. */
  days: readonly [from: number, to: number];
  /** Where the eye is at the end of the step. */
  pose: Pose;
  /** The way there from the step before; undefined for the first step, and from or to a plan, which is a cut. */
  way: Path | undefined;
}

/** A story at one moment. */
export interface Moment {
  /** From 0. */
  index: number;
  step: Step;
  day: number;
  pose: Waypoint;
  /** Whether everything stands until the next step. */
  isAtEnd: boolean;
}

export const secondsOf = ({ seconds = USUAL_SECONDS }: Step): number => seconds;

/** Share of a step after which the eye has come. */
const moveShare = (step: Step) => Math.min(MOST_OF_STEP, MOVE_SECONDS / secondsOf(step));

const clamped = (value: number) => Math.min(1, Math.max(0, value));
/** Slower at both ends. */
const eased = (share: number) => share * share * (3 - 2 * share);

/**
 * A story at `t`: 0 is before the first step, and each step ends at the whole number after it, so that 2 is the end of the second. Values
 * outside are the ends. It depends on nothing else, so it is the same forwards and backwards. While the eye moves to a step, the growth
 * runs from the day before it to the day that it begins with, and then on to its last.
 */
export function at(story: readonly Staged[], t: number): Moment {
  const whole = Math.min(story.length, Math.max(0, t));
  const index = Math.max(0, Math.ceil(whole) - 1);
  const { step, days, pose, way } = story[index]!;
  const share = whole - index;
  const moving = way ? moveShare(step) : 0;
  const come = way ? clamped(share / moving) : 1;
  const [from, to] = days;
  const before = way ? story[index - 1]!.days[1] : from;
  const isStanding = from === to;
  const grown = clamped((share - moving) / (1 - moving));
  return {
    index,
    step,
    day: come < 1 ? before + (from - before) * come : from + (to - from) * grown,
    pose: way && come < 1 ? way.at(eased(come)) : { ...pose, roofLift: 0 },
    isAtEnd: come === 1 && (isStanding || grown === 1),
  };
}

/** The `t` of a story some seconds after its beginning, for those who let it run. */
export function timeAt(steps: readonly Step[], seconds: number): number {
  let left = Math.max(0, seconds);
  for (const [index, step] of steps.entries()) {
    if (left <= secondsOf(step)) return index + left / secondsOf(step);
    left -= secondsOf(step);
  }
  return steps.length;
}

/** How long a story runs, seconds. */
export const lengthOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, step) => sum + secondsOf(step), 0);
