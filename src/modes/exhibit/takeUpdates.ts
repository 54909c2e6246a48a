import { keepInTab, keptInTab } from '../page/tabStorage.ts';

/** Milliseconds between two looks at whether the moment is right, and between two questions for a new version. */
const LOOK_MS = 60_000;
const ASK_MS = 3_600_000;
/** When the page was last loaded again for a new version; in this tab. */
const KEY = 'rackfield.exhibit.update';

/** What an exhibit needs of the browser to take a new version. */
export interface Versions {
  /** What keeps the page's files for use without a network; undefined if nothing does. */
  registration(): Promise<Pick<ServiceWorkerRegistration, 'waiting' | 'update'> | undefined>;
  reload(): void;
}

const ofThisPage: Versions = {
  registration: async () => navigator.serviceWorker?.getRegistration(),
  reload: () => window.location.reload(),
};

/**
 * Looks for new versions of the page, and takes one while `isFree` answers true: the service worker hands over to the version that waits when
 * the only page is loaded again. Without a launcher an exhibit would show its first version until somebody closes it. A version
 * that does not come with one try is tried again an hour later. Returns a function that stops it.
 */
export function takeUpdates(isFree: () => boolean, { registration, reload } = ofThisPage): () => void {
  let asked = Date.now();
  async function look() {
    if (!isFree()) return;
    const found = await registration();
    if (!found) return;
    const now = Date.now();
    const isNear = (moment: number) => Math.abs(now - moment) < ASK_MS;
    if (found.waiting) {
      // Somebody may have come meanwhile.
      if (!isFree() || isNear(Number(keptInTab(KEY)))) return;
      keepInTab(KEY, String(now));
      reload();
    } else if (!isNear(asked)) {
      asked = now;
      await found.update();
    }
  }
  // No network, or a page without storage: there is a next time.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  return () => clearInterval(timer);
}
