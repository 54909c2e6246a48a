/** Above this mean cost of a frame, milliseconds, the picture gets coarser; below the other one it gets finer. */
const SLOW = 60;
const QUICK = 28;
/** Frames whose mean cost decides. */
const WINDOW = 4;
/** Milliseconds without a frame that count as a rest between two motions. */
const REST = 150;
/** One step, as a share of the resolution before. */
const COARSER = 0.8;
/** Coarsest share of the full resolution: below it nothing is legible. */
const COARSEST = 0.5;

/** Finds the resolution at which this machine moves the picture at a bearable pace. */
export function createResolution() {
  let share = 1;
  let costs: number[] = [];
  let wasFine = false;
  return {
    /** The share of the full resolution for the next frame, after one that took `cost` and a pause of `idle`, milliseconds. */
    next(cost: number, idle: number): number {
      if (idle > REST) {
        // The first frame after a rest has full resolution, and its cost is not that of a motion.
        costs = [];
        wasFine = true;
        return 1;
      }
      if (wasFine && share < 1) wasFine = false;
      else costs.push(cost);
      if (costs.length >= WINDOW) {
        const mean = costs.reduce((sum, each) => sum + each, 0) / costs.length;
        if (mean > SLOW) share = Math.max(COARSEST, share * COARSER);
        else if (mean < QUICK) share = Math.min(1, share / COARSER);
        costs = [];
      }
      return share;
    },
  };
}
