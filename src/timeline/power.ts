import { curveAt } from '../model/curve.ts';
import type { RackKind, Site } from '../model/site.ts';

/** Facility over IT power of a site that documents none; assumed, near what Epoch AI's pairs give for Colossus. */
const DEFAULT_PUE = 1.3;

/** The dated pairs that name GPUs (the first of equals), by their number. */
export const pairsByGpus = ({ power }: Pick<Site, 'power'>): Site['power'] =>
  power
    .filter((pair) => pair.gpus)
    .sort((a, b) => a.gpus! - b.gpus!)
    .filter((pair, at, all) => pair.gpus !== all[at - 1]?.gpus);

/**
 * IT watts by the number of GPUs in service: on straight lines from 0 through those pairs, and beyond the last in proportion to it;
 * undefined if no pair names any.
 */
export function itWattsOf(site: Pick<Site, 'power'>): ((gpus: number) => number) | undefined {
  const pairs = pairsByGpus(site).map((pair) => ({ day: pair.gpus!, count: pair.itW }));
  const last = pairs.at(-1);
  if (!last) return undefined;
  const points = [{ day: 0, count: 0 }, ...pairs];
  return (gpus) => (gpus > last.day ? (gpus * last.count) / last.day : curveAt(points, gpus));
}

/** Facility over IT power as a curve through the documented pairs; days before its first have to be read as that one. */
export const pueCurve = ({ power }: Site) =>
  power.length > 0
    ? power.map(({ day, itW, facilityW }) => ({ day, count: facilityW / itW }))
    : [{ day: 0, count: DEFAULT_PUE }];

/** Peak watts of a rack that holds `servers`; one that is not full counts in proportion. */
export function peakWatts({ peakW, servers: full }: RackKind, servers: number): number {
  return full > 0 ? (peakW * servers) / full : peakW;
}
