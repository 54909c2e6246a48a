import type { Layout } from '../layout/layout.ts';
import type { Curve } from '../model/site.ts';
import { dayReached } from './curve.ts';

/** Days from day 0 for every rack, ascending in the order of installation; Infinity where it never happens. */
export interface RackDays {
  installed: Float64Array;
  energized: Float64Array;
  inService: Float64Array;
  /** Counted GPUs (or servers, where the site counts those) up to and including each rack; starts with 0, one more than racks. */
  cumulative: Float64Array;
}

/**
 * When each rack is installed, energized and in service. A rack is installed when the installed curve reaches the count with
 * it; racks that the curve does not count are spread evenly between their neighbours that it does, and go into service with
 * the next of those.
 */
export function rackDays(layout: Layout, curve: Curve): RackDays {
  const { racks, site } = layout;
  const { growth } = site;
  const counted = growth.counts === 'gpus' ? racks.gpus : racks.servers;
  const installed = new Float64Array(racks.count);
  const energized = new Float64Array(racks.count);
  const inService = new Float64Array(racks.count);
  const cumulative = new Float64Array(racks.count + 1);
  const start = dayReached(growth.installed, 0);
  // Index of the first rack that has no days yet: uncounted racks get theirs with the next counted one.
  let run = 0;
  let before = start;
  let served = dayReached(curve.points, 0);
  const settle = (end: number, day: number, service: number) => {
    const length = end - run;
    for (let rackIndex = run; rackIndex < end; rackIndex++) {
      const step = rackIndex - run;
      // The site's first rack is installed on the day on which the curve starts; later racks come after the one before them.
      const share = run === 0 ? step / length : (step + 1) / (length + 1);
      installed[rackIndex] = Number.isFinite(day) ? before + (day - before) * share : before;
      inService[rackIndex] = Math.max(service, installed[rackIndex]!);
    }
  };
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const count = counted[rackIndex]!;
    const total = cumulative[rackIndex]! + count;
    cumulative[rackIndex + 1] = total;
    if (count === 0) continue;
    const day = rackIndex === 0 ? start : dayReached(growth.installed, total);
    const service = Math.max(day, dayReached(curve.points, total));
    settle(rackIndex, day, service);
    installed[rackIndex] = day;
    inService[rackIndex] = service;
    before = day;
    served = service;
    run = rackIndex + 1;
  }
  settle(racks.count, before, served);
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++)
    energized[rackIndex] = curve.energizedInService
      ? inService[rackIndex]!
      : Math.min(inService[rackIndex]!, installed[rackIndex]! + growth.commissioningDays);
  return { installed, energized, inService, cumulative };
}
