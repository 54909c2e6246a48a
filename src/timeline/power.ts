import type { RackKind, Site } from '../model/site.ts';

/** Facility over IT power of a site that documents none; assumed, near what Epoch AI's pairs give for Colossus. */
const DEFAULT_PUE = 1.3;

/** IT watts per GPU, from the dated pair that names the most GPUs (the first of equals); undefined if none names any. */
export function itWattsPerGpu({ power }: Pick<Site, 'power'>): number | undefined {
  const [most] = power.filter(({ gpus }) => gpus).sort((a, b) => b.gpus! - a.gpus!);
  return most && most.itW / most.gpus!;
}

/** Facility over IT power on a day: straight lines between the documented pairs, constant before the first and after the last. */
export function pueAt(site: Site, day: number): number {
  const pairs = site.power;
  const ratio = (index: number) => pairs[index]!.facilityW / pairs[index]!.itW;
  if (pairs.length === 0) return DEFAULT_PUE;
  let next = 0;
  while (next < pairs.length && pairs[next]!.day <= day) next++;
  if (next === 0) return ratio(0);
  if (next === pairs.length) return ratio(next - 1);
  const { day: from } = pairs[next - 1]!;
  const share = (day - from) / (pairs[next]!.day - from);
  return ratio(next - 1) + share * (ratio(next) - ratio(next - 1));
}

/** Peak watts of a rack that holds `servers`; one that is not full counts in proportion. */
export function peakWatts({ peakW, servers: full }: RackKind, servers: number): number {
  return full > 0 ? (peakW * servers) / full : peakW;
}
