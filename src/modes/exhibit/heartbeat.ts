import type { ExhibitState } from '../../state/exhibit.ts';
import { buildName } from '../page/buildName.ts';

/** Milliseconds between two beats. The watchdog of `scripts/kiosk/` restarts the browser when three of them are missing. */
const BEAT_MS = 5000;

/** Where the watchdog listens, beside the page; the build has a file of this name that says that there is none. */
const ADDRESS = 'beat.json';

/** What a beat says of the exhibit. */
export interface Told {
  state: ExhibitState;
  visits: number;
  recoveries: number;
}

/** Signs of life for a watchdog outside of the browser. */
export interface Heartbeat {
  /** Asks for a new start of the browser, which a page cannot give itself. */
  askForRestart(): void;
  /** When the watchdog has last heard it, in milliseconds since 1970; undefined if never. */
  heardAt(): number | undefined;
  stop(): void;
}

async function hasWatchdog(): Promise<boolean> {
  try {
    const answer = await fetch(ADDRESS, { cache: 'no-store' });
    return ((await answer.json()) as { watchdog?: unknown }).watchdog === true;
  } catch {
    return false;
  }
}

/**
 * Begins the beats if there is a watchdog, else promises undefined. They come from the page's own timer, so that they stop with its scripts:
 * a frozen or crashed page sends none.
 */
export async function startHeartbeat(told: () => Told): Promise<Heartbeat | undefined> {
  if (!(await hasWatchdog())) return undefined;
  let wants: 'restart' | undefined;
  let heard: number | undefined;
  async function beat() {
    const body = JSON.stringify({ ...told(), version: buildName(), wants });
    try {
      const answer = await fetch(ADDRESS, { method: 'POST', body, signal: AbortSignal.timeout(BEAT_MS) });
      if (answer.ok) heard = Date.now();
    } catch {
      // It is being restarted itself; the next beat tells it all.
    }
  }
  const timer = setInterval(() => void beat(), BEAT_MS);
  void beat();
  return {
    askForRestart() {
      wants = 'restart';
      void beat();
    },
    heardAt: () => heard,
    stop: () => clearInterval(timer),
  };
}
