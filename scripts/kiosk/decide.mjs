// What the watchdog of an exhibit decides, from what it sees once a second. Pure: no clock, no process, no file.

/** Milliseconds and numbers by which it decides; `watchdog.mjs` takes others from its environment for a drill. */
export const PATIENCE = {
  /** Without a beat until it restarts the browser: three beats of the page, which come every 5 s. */
  missed: 15_000,
  /** From the start of a browser, or of none, to its first beat. */
  start: 60_000,
  /** Of beats without a fault, after which a fault is the first again, and a new version is kept. */
  steady: 600_000,
  /** That a page may say that it is getting over a fault. Its own ways take minutes, and end with a question to the watchdog. */
  recovering: 600_000,
  /** Restarts in a row that do not help, until it asks for a reboot. */
  restarts: 3,
  /** Between two reboots. */
  reboot: 3_600_000,
};

/** A watchdog that looks less often than this was asleep itself; the time is not counted. */
const LONGEST_LOOK = 3000;

/**
 * @typedef {{ state: string, version: string, visits: number, recoveries: number, wants?: 'restart' }} Beat
 * @typedef {{ id: string, script: string }} Version what tells a version's files from others', and the name that its page gives as `version`
 * @typedef {{ trial: boolean, left?: string, rebootedAt: number }} Kept what outlives the watchdog: whether the served version is on trial, the
 *   `id` of the one that was served before, or refused, and the last reboot in milliseconds since 1970. Without `left`, what lies in the other
 *   folder is taken for known.
 * @typedef {{ now: number, wall: number, pid?: number, beat?: Beat, served?: Version, other?: Version }} Seen
 *   `now` on a clock that never goes back, `wall` since 1970; the browser's process; the newest beat since the last look; the version
 *   that is served, and the one in the other folder
 * @typedef {{ do: 'restart' | 'clear' | 'switch' | 'reboot', why: string }} Act
 *   `clear`: restart with an empty profile; `switch`: serve the other folder, and restart
 */

/** @param {Kept} kept */
export const begin = ({ trial, left, rebootedAt }) => ({
  ...{ trial, left, rebootedAt },
  /** Time that it has been awake, and when it looked last. */
  now: 0,
  lookedAt: /** @type {number | undefined} */ (undefined),
  pid: /** @type {number | undefined} */ (undefined),
  /** The browser that it has told to end: what its page still says does not count. */
  leaving: /** @type {number | undefined} */ (undefined),
  /** When the present browser, or the time without one, began. */
  since: 0,
  firstBeat: /** @type {number | undefined} */ (undefined),
  lastBeat: /** @type {number | undefined} */ (undefined),
  state: '',
  /** When the state became this one. */
  stateSince: 0,
  /** Restarts in a row. */
  restarts: 0,
});

/** @typedef {ReturnType<typeof begin>} Memory */

/** A browser, or none, from which nothing has been heard yet. */
const unheard = { firstBeat: undefined, lastBeat: undefined, state: '' };

/**
 * One look: the new memory, what to do if anything, and sentences for the log.
 * @param {Memory} memory @param {Seen} seen @param {typeof PATIENCE} patience
 * @returns {{ memory: Memory, act?: Act, said: string[] }}
 */
export function decide(memory, seen, patience = PATIENCE) {
  const { pid, beat, served, other } = seen;
  const said = [];
  const now = memory.now + Math.min(seen.now - (memory.lookedAt ?? seen.now), LONGEST_LOOK);
  let next = { ...memory, now, lookedAt: seen.now, left: memory.left ?? other?.id ?? '' };
  if (pid !== memory.pid) {
    next = { ...next, ...unheard, pid, since: now, leaving: undefined };
    said.push(pid === undefined ? 'The browser has ended.' : `The browser has started, process ${pid}.`);
  }
  // On trial, only the new version itself can show that it works.
  const isHeard = next.pid !== undefined && next.pid !== next.leaving;
  const counts = beat && isHeard && (!next.trial || beat.version === served?.script);
  if (counts) {
    const { state, visits, recoveries, version } = beat;
    if (next.firstBeat === undefined)
      said.push(`The page lives: ${version}, ${state}, ${visits} visits, ${recoveries} recoveries.`);
    const stateSince = state === next.state ? next.stateSince : now;
    next = { ...next, state, stateSince, firstBeat: next.firstBeat ?? now, lastBeat: now };
  }

  const why = trouble(next, counts ? beat : undefined, patience);
  if (why) return { ...answerTrouble(next, why, seen, patience), said };

  if (next.firstBeat !== undefined && now - next.firstBeat >= patience.steady) {
    if (next.trial) said.push(`The new version ${served?.script} is kept.`);
    next = { ...next, restarts: 0, trial: false };
  }
  // Two beats in a row, and at the moment of the second: whoever has just touched the screen is not interrupted.
  const isFree = counts && next.state === 'attract' && next.stateSince < now;
  const isNew = other && served && other.id !== served.id && other.id !== next.left;
  if (isFree && isNew && !next.trial) {
    const act = { do: /** @type {const} */ ('switch'), why: `a new version, ${other.script}` };
    return {
      memory: { ...next, ...unheard, since: now, leaving: pid, trial: true, left: served.id },
      act,
      said,
    };
  }
  return { memory: next, said };
}

/**
 * Why the exhibit needs help; undefined if it does not.
 * @param {Memory} memory @param {Beat | undefined} beat @param {typeof PATIENCE} patience
 */
function trouble({ now, pid, since, firstBeat, lastBeat, state, stateSince }, beat, patience) {
  if (beat?.wants === 'restart') return 'the page asks for it';
  if (state === 'recovering' && now - stateSince >= patience.recovering)
    return 'the page does not get over a fault';
  if (lastBeat !== undefined && now - lastBeat >= patience.missed)
    return `no beat for ${Math.round((now - lastBeat) / 1000)} s`;
  if (firstBeat === undefined && now - since >= patience.start)
    return `${pid === undefined ? 'no browser' : 'no first beat'} for ${Math.round((now - since) / 1000)} s`;
  return undefined;
}

/**
 * The next step of the ladder: back from a version on trial, else a restart, one with an empty profile, one more, and a reboot.
 * @param {Memory} memory @param {string} why @param {Seen} seen @param {typeof PATIENCE} patience
 * @returns {{ memory: Memory, act: Act }}
 */
function answerTrouble(memory, why, { served, other, wall }, patience) {
  const next = { ...memory, ...unheard, since: memory.now, leaving: memory.pid };
  if (memory.trial && other && served) {
    return {
      memory: { ...next, trial: false, left: served.id },
      act: { do: 'switch', why: `${why}; back to ${other.script}` },
    };
  }
  const restarts = memory.restarts + 1;
  // The clock of the wall may have been set: a reboot in the future was none.
  const isRebootDue = Math.abs(wall - memory.rebootedAt) >= patience.reboot;
  if (restarts > patience.restarts && isRebootDue)
    return { memory: { ...next, restarts: 0, rebootedAt: wall }, act: { do: 'reboot', why } };
  const act = { do: /** @type {Act['do']} */ (restarts === 2 ? 'clear' : 'restart'), why };
  return { memory: { ...next, restarts }, act };
}

const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isWord = (value) => typeof value === 'string' && /^[\w.-]{0,80}$/.test(value);

/**
 * A beat as the page sent it; undefined for anything else. What is kept of it can be written to a log as it is.
 * @param {string} text @returns {Beat | undefined}
 */
export function readBeat(text) {
  try {
    const { state, version, visits, recoveries, wants } = JSON.parse(text);
    if (!isWord(state) || !isWord(version) || !isCount(visits) || !isCount(recoveries)) return undefined;
    const beat = { state, version, visits, recoveries };
    return wants === 'restart' ? { ...beat, wants } : beat;
  } catch {
    return undefined;
  }
}

/**
 * What a watchdog has kept, from a file that may be cut off or missing.
 * @param {string} text @returns {Kept}
 */
export function readKept(text) {
  const none = { trial: false, rebootedAt: 0 };
  try {
    const { trial, left, rebootedAt } = JSON.parse(text);
    if (typeof trial !== 'boolean' || !isWord(left) || !Number.isFinite(rebootedAt)) return none;
    return { trial, left, rebootedAt };
  } catch {
    return none;
  }
}
