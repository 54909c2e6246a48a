import type { Look, Quality } from '../../state/choice.ts';

/** What is done to a whole frame after it has been drawn: light around lamps, or shadow where things meet. */
export type Effect = 'bloom' | 'occlusion';

/** Milliseconds from one frame to the next below which there is time for an effect, and above which it is dropped: sooner than pixels. */
const TIME_LEFT = 22;
const TOO_SLOW = 34;
/** Frames whose mean decides: many to begin, few to stop. */
const TO_BEGIN = 16;
const TO_STOP = 4;

/** Finds out whether a machine that sets its own quality has time for an effect. */
export interface Allowance {
  /** Asked before a frame of a motion: how long the last one took, milliseconds, and the share of the full resolution. */
  next(cost: number, share: number): boolean;
}

/** An effect begins at full resolution only, after frames that left time for it; once it was too slow it does not come back. */
export function createAllowance(): Allowance {
  let isOn = false;
  let wasDropped = false;
  let costs: number[] = [];
  return {
    next(cost, share) {
      if (wasDropped) return false;
      costs.push(cost);
      const mean = costs.reduce((sum, each) => sum + each, 0) / costs.length;
      if (isOn && costs.length >= TO_STOP) {
        costs = [];
        wasDropped = mean > TOO_SLOW;
      } else if (!isOn && costs.length >= TO_BEGIN) {
        costs = [];
        isOn = mean < TIME_LEFT && share === 1;
      }
      if (share < 1) isOn = false;
      return isOn && !wasDropped;
    },
  };
}

/** What a look gets at a quality; `isQuick` is what {@link Allowance} says where the machine sets it. A drawing gets nothing. */
export function effectOf(look: Look, quality: Quality, isQuick: boolean): Effect | undefined {
  const isWanted = quality === 'high' || (quality === 'auto' && isQuick);
  if (!isWanted || look === 'plan') return undefined;
  return look === 'night' ? 'bloom' : 'occlusion';
}
