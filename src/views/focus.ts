import { gpuAt } from '../layout/address.ts';
import type { Layout } from '../layout/layout.ts';

/** An address in the middle of the first hall, at the height of a standing person's hands. */
const FIRST = { hall: 1, row: 11, place: 4, server: 5, gpu: 3 };

/** The GPU that near views are about when none is selected; 0 where there are none. */
export function focusGpu(layout: Layout): number {
  return gpuAt(layout, FIRST) ?? Math.min(1, layout.totals.gpus);
}
