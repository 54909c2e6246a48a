import { gpuAt } from '../layout/address.ts';
import type { Layout } from '../layout/layout.ts';

/** The default GPU: in the middle of the first hall, at the height of a standing person's hands. */
const FIRST = { hall: 1, row: 11, place: 4, server: 5, gpu: 3 };

/** The GPU that near views show: the selected one (0 for none) if the site has it, else {@link focusGpu}. */
export const shownGpu = (layout: Layout, selected: number): number =>
  selected > 0 && selected <= layout.totals.gpus ? selected : focusGpu(layout);

/** The GPU that near views show when none is selected; 0 for a site without GPUs. */
export function focusGpu(layout: Layout): number {
  return gpuAt(layout, FIRST) ?? Math.min(1, layout.totals.gpus);
}
