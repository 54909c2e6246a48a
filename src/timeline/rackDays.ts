import type { Layout } from '../layout/layout.ts';
import type { Curve } from '../model/site.ts';
import { dayReached } from '../model/curve.ts';

/** Days from day 0 for every rack, ascending in the order of installation; Infinity for never. */
export interface RackDays {
  installed: Float64Array;
  energized: Float64Array;
  inService: Float64Array;
  /** GPUs (or servers, if the site counts those) of all racks before each index; one entry more than racks. */
  cumulative: Float64Array;
}

/**
 * When each rack is installed, energized and in service. A counted rack is installed when the installed curve reaches the count
 * that includes it. Racks without counted GPUs are spread evenly between the counted racks before and after, and go into
 * service with the one after.
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
  // First rack that has no days yet: uncounted racks get theirs when the next counted one is known.
  let run = 0;
  let before = start;
  let served = dayReached(curve.points, 0);
  const settle = (end: number, day: number, service: number) => {
    const length = end - run;
    for (let rackIndex = run; rackIndex < end; rackIndex++) {
      const step = rackIndex - run;
      // The site's first rack is installed on the day on which the curve starts.
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
