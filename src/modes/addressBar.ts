import { writeAddress } from '../state/address.ts';
import { addressContext } from '../state/addressContext.ts';
import { KEYS } from '../state/choice.ts';
import type { Mounted } from './mountExperience.ts';

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const QUIET_MS = 400;

const OUR_KEYS: readonly string[] = KEYS;

/** Links of before had the camera's pose after the #. */
const HASH = '#camera=';

/** What the page's address says, in the order in which it is to be believed. */
export function pageQuery({ search, hash }: Location): [string, string][] {
  const query = [...new URLSearchParams(search)];
  if (hash.startsWith(HASH)) query.push(['camera', hash.slice(HASH.length)]);
  return query;
}

/**
 * The query for what is on screen; keys that are not ours stay as they are. A station is framed anew for the window in which the
 * address is opened, unless the link is `exact`.
 */
export function currentQuery(
  { experience, scene }: Mounted,
  present: string,
  exact = false,
): URLSearchParams {
  const { view, gpu, look, overlay, quality, motionWish, langWish, roof } = experience.store.getState();
  const { id, config, curve, timeline, document } = experience.campus();
  const camera = scene()?.camera;
  const pose = !exact && camera?.attached()?.atStation() ? undefined : camera?.pose();
  const written = writeAddress(
    {
      site: id,
      config,
      curve,
      view,
      look,
      overlay,
      quality,
      day: experience.live.day,
      defaultDay: timeline.completeDay,
      roof,
      ...(gpu ? { gpu } : {}),
      ...(pose ? { camera: pose } : {}),
      ...(motionWish ? { motion: motionWish } : {}),
      ...(langWish ? { lang: langWish } : {}),
    },
    addressContext(document),
  );
  for (const [key, value] of new URLSearchParams(present))
    if (!OUR_KEYS.includes(key)) written.append(key, value);
  return written;
}

/** Keeps the page's address up to date as the viewer moves. Returns the way to stop. */
export function keepAddress(mounted: Mounted): () => void {
  const { store, live } = mounted.experience;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function write() {
    waiting = undefined;
    const { pathname, search, hash } = window.location;
    const query = currentQuery(mounted, search).toString();
    const next = `${pathname}${query ? `?${query}` : ''}${hash.startsWith(HASH) ? '' : hash}`;
    if (next === `${pathname}${search}${hash}`) return;
    try {
      window.history.replaceState(window.history.state, '', next);
    } catch {
      // A sandboxed page has no address of its own.
    }
  }
  const later = () => {
    waiting ??= setTimeout(write, QUIET_MS);
  };
  // A hand that turns the view changes nothing but the frame.
  const stops = [store.subscribe(later), live.listen(later), live.watch(later)];
  return () => {
    if (waiting !== undefined) clearTimeout(waiting);
    for (const stop of stops) stop();
  };
}
