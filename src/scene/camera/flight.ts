import type { Path, Waypoint } from '../../views/path.ts';
import type { Pose } from '../../views/pose.ts';

/** Seconds of a flight: for leaving and arriving, for each unit of a path's length, and at most. */
const SECONDS = 0.6;
const SECONDS_PER_LENGTH = 0.15;
const MOST_SECONDS = 2.4;
/** Most seconds between two frames: the first frame after a rest, and a slow machine's, must not skip the flight. */
const LONGEST_FRAME = 0.1;

/** Makes the way from one pose to another. */
type FindPath = (from: Pose, to: Pose) => Path;

/** Plays a path over time, slower at both ends. */
export interface Flight {
  /** Begins a flight, or leads the one that is on to another end. */
  lead(from: Pose, to: Pose): void;
  /** Ends it where it is. */
  stop(): void;
  isOn(): boolean;
  /** The waypoint after so many more seconds; undefined while none is on, or none has been found yet. */
  step(seconds: number): Waypoint | undefined;
}

/** A flight along paths that `load` brings; without them (the way of finding them could not be fetched) it is a jump. */
export function createFlight(load: () => Promise<FindPath>, invalidate: () => void): Flight {
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
      void load()
        .catch(() => jump)
        .then((found) => {
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
