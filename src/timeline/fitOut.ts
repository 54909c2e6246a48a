import type { Site } from '../model/site.ts';
import type { RackDays } from './rackDays.ts';
import type { Layout } from '../layout/layout.ts';

/** When one element of a hall is built: first and last day, days from day 0. */
export interface FitOutStep {
  /** Hall number, 1-based. */
  hall: number;
  element: 'floor' | 'pipes' | 'trays' | 'walls' | 'lights';
  from: number;
  to: number;
}

/** Days from a hall's first energized rack until all its lights are on; assumed. */
const LIGHTS_DAYS = 1;

/** Fit-out by hall: those of a phase share each period in order, overlapping by half; lights come on with the first energized rack. */
export function fitOutSteps(site: Site, { racks }: Layout, days: RackDays): FitOutStep[] {
  const steps: FitOutStep[] = [];
  site.phases.forEach((phase, phaseIndex) => {
    const halls = site.halls.filter((hall) => hall.phase === phaseIndex);
    for (const { element, from, to } of phase.fitOut)
      halls.forEach(({ number }, turn) => {
        const part = (to - from) / (halls.length + 1);
        steps.push({ hall: number, element, from: from + part * turn, to: from + part * (turn + 2) });
      });
  });
  for (let rackIndex = 0, lit = 0; rackIndex < racks.count; rackIndex++) {
    const hall = racks.hall[rackIndex]!;
    if (hall === lit) continue;
    lit = hall;
    const from = days.energized[rackIndex]!;
    if (Number.isFinite(from)) steps.push({ hall, element: 'lights', from, to: from + LIGHTS_DAYS });
  }
  return steps;
}
