import type { Quality } from '../../state/choice.ts';
import type { Look } from '../../views/look.ts';
import { hasLampLight } from '../shading/look.ts';

/** Post-processing of a frame: light around lamps, or ambient occlusion. */
export type Effect = 'bloom' | 'occlusion';

/** Milliseconds between frames below which an effect begins, and above which it is dropped (before resolution is reduced). */
const TIME_LEFT = 22;
const TOO_SLOW = 34;
/** Number of frames that are averaged before an effect begins, and before it stops. */
const TO_BEGIN = 16;
const TO_STOP = 4;

/** Decides whether there is time for an effect, for quality `auto`: it begins at full resolution after fast frames; a slow one stays off. */
export function createAllowance() {
  let isOn = false;
  let wasDropped = false;
  let costs: number[] = [];
  return {
    /** Called before a frame while something moves: duration of the last frame, milliseconds, and share of the full resolution. */
    next(cost: number, share: number): boolean {
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

/** The effect of a look at a quality, none for the plan; `isQuick` is the result of {@link createAllowance}, for `auto`. */
export function effectOf(look: Look, quality: Quality, isQuick: boolean): Effect | undefined {
  const isWanted = quality === 'high' || (quality === 'auto' && isQuick);
  if (!isWanted || look === 'plan') return undefined;
  return hasLampLight(look) ? 'bloom' : 'occlusion';
}
