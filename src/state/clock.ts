/** Seconds that the growth of a configuration takes at normal speed, from day 0 until it is complete. */
export const GROWTH_SECONDS = 25;
/** Seconds that a milestone stays when motion is reduced and the days jump instead of run. */
const DWELL_SECONDS = 1.6;
/** A longer gap between two frames (a hidden page, a stall) advances the days by no more than this. */
const LONGEST_STEP_SECONDS = 0.25;

/** Where the clock reads and writes. */
export interface ClockHost {
  /** Anything true stops the days without ending the play: a hidden page, an element out of view. */
  isSuspended(): boolean;
  day(): number;
  /** Days per second at the chosen speed. */
  rate(): number;
  /** The day at which this run stops. */
  end(): number;
  /** With reduced motion: the days to jump to, ascending. Else nothing. */
  stops(): readonly number[] | undefined;
  show(day: number): void;
  finished(): void;
}

export interface Clock {
  start(): void;
  stop(): void;
}

/** What the clock needs from a window; given so that a test can be the window. */
export interface FrameSource {
  requestAnimationFrame(callback: (now: number) => void): number;
  cancelAnimationFrame(handle: number): void;
}

/** Runs the days while something plays, and nothing at all while nothing does. */
export function createClock(host: ClockHost, frames: FrameSource): Clock {
  let handle: number | undefined;
  let last: number | undefined;
  let dwelt = DWELL_SECONDS;

  function tick(now: number) {
    handle = frames.requestAnimationFrame(tick);
    const elapsed = last === undefined ? 0 : Math.min((now - last) / 1000, LONGEST_STEP_SECONDS);
    last = now;
    if (host.isSuspended()) return;
    const end = host.end();
    const stops = host.stops();
    if (stops) {
      dwelt += elapsed;
      if (dwelt < DWELL_SECONDS) return;
      dwelt = 0;
      const here = host.day();
      host.show(stops.find((stop) => stop > here && stop < end) ?? end);
    } else if (elapsed > 0) {
      host.show(Math.min(host.day() + elapsed * host.rate(), end));
    }
    if (host.day() >= end) {
      clock.stop();
      host.finished();
    }
  }

  const clock: Clock = {
    start() {
      if (handle !== undefined) return;
      last = undefined;
      dwelt = DWELL_SECONDS;
      handle = frames.requestAnimationFrame(tick);
    },
    stop() {
      if (handle !== undefined) frames.cancelAnimationFrame(handle);
      handle = undefined;
    },
  };
  return clock;
}
