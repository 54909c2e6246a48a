import { ALWAYS_FROM } from '../model/days.ts';
import type { Hall } from '../model/site.ts';
import type { FitOutStep, Timeline } from './timeline.ts';

type Element = FitOutStep['element'];

/** First and last day on which an element of a hall is built; both `ALWAYS_FROM` if the document does not say. */
export function fitOutDays(timeline: Timeline, hall: Hall, element: Element): { from: number; to: number } {
  const dated = timeline.fitOut.find((step) => step.hall === hall.number && step.element === element);
  return dated ?? { from: ALWAYS_FROM, to: ALWAYS_FROM };
}

/** The day on which a share (0 to 1) of something is built, at an even pace. */
export function dayAt({ from, to }: { from: number; to: number }, share: number): number {
  return from + (to - from) * share;
}

/** The day on which a hall's lamps go on: with its first energized rack; Infinity if none is. */
export function litFrom({ fitOut }: Timeline, hall: Hall): number {
  const lights = fitOut.find((step) => step.hall === hall.number && step.element === 'lights');
  return lights?.from ?? Number.POSITIVE_INFINITY;
}
