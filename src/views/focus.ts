import { gpuAt, rackIndexAt } from '../layout/address.ts';
import type { Layout } from '../layout/layout.ts';

/** The default GPU: in the middle of the first hall, at the height of a standing person's hands. */
const FIRST = { hall: 1, row: 11, place: 4, server: 5, gpu: 3 };

/** What near views show: the selected GPU (0 for none) if the site has it, else {@link focusGpu}. */
export const shownGpu = (layout: Layout, selected: number): number =>
  selected > 0 && selected <= layout.totals.gpus ? selected : focusGpu(layout);

/** The GPU that near views show when none is selected; on a site without GPUs the number of a server; 0 for a site without either. */
export function focusGpu(layout: Layout): number {
  const { racks, totals } = layout;
  if (totals.gpus > 0) return gpuAt(layout, FIRST) ?? 1;
  const rackIndex = rackIndexAt(layout, FIRST.hall, FIRST.row, FIRST.place);
  if (!(racks.servers[rackIndex]! >= FIRST.server)) return Math.min(1, totals.servers);
  return racks.servers.subarray(0, rackIndex).reduce((sum, servers) => sum + servers, FIRST.server);
}
