import type { RackKind, Site } from '../model/site.ts';

/** Facility over IT power of a site that documents none; assumed, near what Epoch AI's pairs give for Colossus. */
const DEFAULT_PUE = 1.3;

/** IT watts per GPU, from the dated pair that names the most GPUs (the first of equals); undefined if none names any. */
export function itWattsPerGpu({ power }: Pick<Site, 'power'>): number | undefined {
  const [most] = power.filter(({ gpus }) => gpus).sort((a, b) => b.gpus! - a.gpus!);
  return most && most.itW / most.gpus!;
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
