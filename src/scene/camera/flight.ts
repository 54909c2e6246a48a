import type { Path, Waypoint } from '../../views/path.ts';
import type { Pose } from '../../views/pose.ts';

/** Seconds of a flight: fixed part, part per unit of the path's length, and the most. */
const SECONDS = 0.6;
const SECONDS_PER_LENGTH = 0.15;
const MOST_SECONDS = 2.4;
/** Most seconds that one frame advances a flight, so that a slow frame does not skip it. */
const LONGEST_FRAME = 0.1;

/** Computes the path from one pose to another. */
type FindPath = (from: Pose, to: Pose) => Path;

/** Plays a path over time, slower at both ends. */
interface Flight {
  /** Begins a flight, or redirects the present one. */
  lead(from: Pose, to: Pose): void;
  /** Ends the flight at its present pose. */
  stop(): void;
  isOn(): boolean;
  /** The waypoint after some more seconds; undefined without a flight, or until its path is computed. */
  step(seconds: number): Waypoint | undefined;
}

/** Makes a flight along paths from the lazily loaded function; if that cannot be loaded, it jumps. */
export function createFlight(load: () => Promise<FindPath | undefined>, invalidate: () => void): Flight {
  let find: FindPath | undefined;
  let ends: { from: Pose; to: Pose } | undefined;
  let path: Path | undefined;
  let flown = 0;
  let isFirst = true;
  function plan() {
    if (ends && find) path = find(ends.from, ends.to);
    invalidate();
  }
  return {
    lead(from, to) {
      if (!ends) [flown, isFirst] = [0, true];
      ends = { from: ends?.from ?? from, to };
      if (find) return plan();
      const jump: FindPath = (_, end) => ({ length: 0, at: () => ({ ...end, roofLift: 0 }) });
      void load().then((found = jump) => {
        find = found;
        plan();
      });
    },
    stop() {
      ends = undefined;
      path = undefined;
    },
    isOn: () => ends !== undefined,
    step(seconds) {
      if (!path) return undefined;
      flown += isFirst ? 0 : Math.min(seconds, LONGEST_FRAME);
      isFirst = false;
      const share =
        path.length > 0 ? flown / Math.min(MOST_SECONDS, SECONDS + SECONDS_PER_LENGTH * path.length) : 1;
      const { at } = path;
      if (share >= 1) this.stop();
      const t = Math.min(1, share);
      return at(t * t * (3 - 2 * t));
    },
  };
}
