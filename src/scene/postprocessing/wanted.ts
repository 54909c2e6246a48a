import type { Look, Quality } from '../../state/choice.ts';

/** What is done to a whole frame after it has been drawn: light around lamps, or ambient occlusion. */
export type Effect = 'bloom' | 'occlusion';

/** Milliseconds between frames: below the first there is time for an effect; above the second it is dropped, before the resolution is. */
const TIME_LEFT = 22;
const TOO_SLOW = 34;
/** How many frames are averaged before an effect begins, and before it stops. */
const TO_BEGIN = 16;
const TO_STOP = 4;

/** Finds out whether this machine has time for an effect, where quality is `auto`. */
export interface Allowance {
  /** Called before a frame of a motion with what the last one took, milliseconds, and the share of the full resolution. */
  next(cost: number, share: number): boolean;
}

/** An effect begins only at full resolution, after frames that left time for it; once it was too slow it stays off. */
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

/** The effect of a look at a quality; `isQuick` is the answer of {@link Allowance}, for `auto`. The plan has none. */
export function effectOf(look: Look, quality: Quality, isQuick: boolean): Effect | undefined {
  const isWanted = quality === 'high' || (quality === 'auto' && isQuick);
  if (!isWanted || look === 'plan') return undefined;
  return look === 'night' ? 'bloom' : 'occlusion';
}
