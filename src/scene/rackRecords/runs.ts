import { type Layout, racksOfRow } from '../../layout/layout.ts';
import type { Timeline } from '../../timeline/timeline.ts';

/** Largest gap or overlap between racks of one run, metres. */
const EXACT = 1e-3;

/** Days after which a rack is no longer new. */
export const FRESH_DAYS = 8;

/**
 * Runs: racks of one kind, equally filled, side by side without a gap, with consecutive indices from the west, so that one box can be
 * drawn for all of them. Every rack is in exactly one run; a run may be a single rack.
 */
export function rackRuns(layout: Layout) {
  const { rows, racks, site } = layout;
  const first: number[] = [];
  const length: number[] = [];
  const goesOn = (west: number, east: number) =>
    east === west + 1 &&
    racks.kind[east] === racks.kind[west] &&
    racks.servers[east] === racks.servers[west] &&
    Math.abs(racks.x[east]! - racks.x[west]! - site.rackKinds[racks.kind[west]!]!.width) < EXACT;
  for (let row = 0; row < rows.count; row++) {
    let before = -2;
    for (const rackIndex of racksOfRow(layout, row)) {
      if (rackIndex >= 0) {
        if (before >= 0 && goesOn(before, rackIndex)) length[length.length - 1]!++;
        else {
          first.push(rackIndex);
          length.push(1);
        }
      }
      before = rackIndex;
    }
  }
  return {
    count: first.length,
    /** Index of a run's westernmost rack. */
    first: Int32Array.from(first),
    racks: Int32Array.from(length),
  };
}
export type Runs = ReturnType<typeof rackRuns>;

/** The day from which all racks of a run look the same and no longer change; Infinity for never. */
export function settledDay(
  { first, racks }: Runs,
  run: number,
  { installedDay, energizedDay, inServiceDay }: Timeline,
): number {
  const own = (days: Float64Array) => days.subarray(first[run]!, first[run]! + racks[run]!);
  const installed = Math.max(...own(installedDay));
  const others = [own(energizedDay), own(inServiceDay)]
    // Ignore stages that no rack of the run reaches.
    .filter((days) => days.some(Number.isFinite))
    .map((days) => Math.max(...days));
  return Math.max(installed + FRESH_DAYS, ...others);
}

/** The order in which runs settle under one curve; those of other racks than `isOwn` never do. */
export function settling(runs: Runs, timeline: Timeline, isOwn: (rackIndex: number) => boolean = () => true) {
  const day = Float64Array.from({ length: runs.count }, (_, run) =>
    isOwn(runs.first[run]!) ? settledDay(runs, run, timeline) : Number.POSITIVE_INFINITY,
  );
  const order = Int32Array.from(day.keys()).sort((a, b) => day[a]! - day[b]! || a - b);
  const racksBefore = new Int32Array(runs.count + 1);
  order.forEach((run, at) => {
    racksBefore[at + 1] = racksBefore[at]! + runs.racks[run]!;
  });
  return {
    order,
    /** The day on which each settles, ascending. */
    days: Float64Array.from(order, (run) => day[run]!),
    /** Number of racks in all runs before each; one entry more than runs. */
    racksBefore,
  };
}
export type Settling = ReturnType<typeof settling>;
