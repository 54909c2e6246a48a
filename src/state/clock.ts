/** Seconds that play takes at normal speed, from day 0 until the growth is complete, or from one end of a chosen span to the other. */
export const GROWTH_SECONDS = 25;
/** Seconds for which each milestone is shown with reduced motion, when the day jumps instead of running. */
const DWELL_SECONDS = 1.6;
/** Most seconds that one frame advances the day, after a longer gap such as a hidden page. */
const LONGEST_STEP_SECONDS = 0.25;

/** What the clock reads and writes. */
export interface ClockHost {
  /** While true, the day stands still but playing does not end: a hidden page, an element out of view. */
  isSuspended(): boolean;
  day(): number;
  /** Days per second at the chosen speed. */
  rate(): number;
  /** The day on which playing ends. */
  end(): number;
  /** With reduced motion, the days to jump to, ascending; else undefined. */
  stops(): readonly number[] | undefined;
  show(day: number): void;
  finished(): void;
}

export interface Clock {
  start(): void;
  stop(): void;
}

/** What the clock needs from a window; replaceable in tests. */
export interface FrameSource {
  requestAnimationFrame(callback: (now: number) => void): number;
  cancelAnimationFrame(handle: number): void;
}

/** A clock that advances the day while it is started, and requests no frames while it is stopped. */
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
