/**
 * What an exhibit cannot go on with: a lost WebGL context, frames that do not come though scripts run, an error that nobody caught, and
 * memory that could not be had.
 */
export type Fault = 'context' | 'stall' | 'script' | 'memory';

/**
 * The rungs of recovery, each tried when those before it did not help: the browser gives the context back, a new renderer, a rest, a
 * new page, a new browser, which only a watchdog outside can start. `none` while all is well.
 */
export type Rung = 'none' | 'restore' | 'rebuild' | 'rest' | 'reload' | 'ask';

/** Where an exhibit is on the ladder. */
export interface Recovery {
  rung: Rung;
  /** When the rung was reached, milliseconds of a clock that never goes back. */
  since: number;
  /** When the context was lost last. */
  lostAt?: number | undefined;
  /** What follows a rest. */
  after?: 'rebuild' | 'reload' | undefined;
  /** How often the page has been loaded anew without {@link HEALTHY_MS} of health in between; outlives the page. */
  reloads: number;
}

/** How long the browser may take to give a context back. */
export const RESTORE_MS = 3000;
/** Chromium refuses WebGL to a page that loses its context twice in two minutes; a try in that time would begin them again. */
export const BLOCKED_MS = 120_000;
/** How long nothing is tried after a second loss. */
export const REST_MS = 125_000;
/** How long a new renderer may take until its first frame, and a page until it is replaced. */
export const REBUILD_MS = 60_000;
/** Without a watchdog nobody answers; then the page is loaded anew after this time, again and again. */
export const ASK_MS = 600_000;
/** Health after which earlier faults are forgotten. */
export const HEALTHY_MS = 600_000;

const TIMES: Readonly<Record<Rung, number>> = {
  none: HEALTHY_MS,
  restore: RESTORE_MS,
  rebuild: REBUILD_MS,
  rest: REST_MS,
  reload: REBUILD_MS,
  ask: ASK_MS,
};

/** A page that has been loaded, for the `reloads`th time since all was well. */
export const healthy = (reloads: number, now: number): Recovery => ({ rung: 'none', since: now, reloads });

const climb = (recovery: Recovery, rung: Rung, now: number): Recovery => ({ ...recovery, rung, since: now });
const rest = (recovery: Recovery, after: Recovery['after'], now: number): Recovery => ({
  ...climb(recovery, 'rest', now),
  after,
});
const reload = (recovery: Recovery, now: number): Recovery => ({
  ...climb(recovery, 'reload', now),
  reloads: recovery.reloads + 1,
});

/** The ladder after a fault. One that only a new page can mend gets it at once, the next time after a rest, then the watchdog is asked. */
export function broken(recovery: Recovery, fault: Fault, now: number): Recovery {
  const { rung, lostAt, reloads } = recovery;
  if (rung === 'reload' || rung === 'ask') return recovery;
  if (fault === 'context') {
    const next = { ...recovery, lostAt: now };
    if (rung === 'rest') return next;
    const isSecond = lostAt !== undefined && now - lostAt <= BLOCKED_MS;
    return rung === 'rebuild' || isSecond ? rest(next, 'rebuild', now) : climb(next, 'restore', now);
  }
  if (rung === 'rest') return { ...recovery, after: 'reload' };
  if (reloads === 0) return reload(recovery, now);
  return reloads === 1 ? rest(recovery, 'reload', now) : climb(recovery, 'ask', now);
}

/** The ladder once there is a picture again. A page that is to be replaced is not saved by that. */
export function mended(recovery: Recovery, now: number): Recovery {
  const { rung, after, lostAt, reloads } = recovery;
  const isDrawn = rung === 'restore' || rung === 'rebuild' || (rung === 'rest' && after === 'rebuild');
  return isDrawn ? { ...healthy(reloads, now), lostAt } : recovery;
}

/** The ladder when a renderer could not be made: first it rests, then the page is loaded anew, then the watchdog is asked. */
export function unmended(recovery: Recovery, now: number): Recovery {
  const { rung, after, reloads } = recovery;
  if (rung !== 'none' && rung !== 'rebuild') return recovery;
  if (reloads > 0) return climb(recovery, 'ask', now);
  return after === 'rebuild' ? reload(recovery, now) : rest(recovery, 'rebuild', now);
}

/** When time alone leads on, on the ladder's clock; undefined if nothing is to come. */
export const dueAt = ({ rung, since, reloads, lostAt }: Recovery): number | undefined =>
  rung === 'none' && reloads === 0 && lostAt === undefined ? undefined : since + TIMES[rung];

/** The ladder at a later moment. */
export function later(recovery: Recovery, now: number): Recovery {
  const due = dueAt(recovery);
  if (due === undefined || now < due) return recovery;
  switch (recovery.rung) {
    case 'none':
      return healthy(0, now);
    case 'restore':
      return climb(recovery, 'rebuild', now);
    case 'rebuild':
      return unmended(recovery, now);
    case 'rest':
      return recovery.after === 'reload' ? reload(recovery, now) : climb(recovery, 'rebuild', now);
    case 'reload':
      return climb(recovery, 'ask', now);
    case 'ask':
      return reload(recovery, now);
  }
}
