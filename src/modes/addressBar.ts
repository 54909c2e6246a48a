import { type AddressContext, writeAddress } from '../state/address.ts';
import { KEYS } from '../state/choice.ts';
import type { Experience } from '../state/experience.ts';

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const QUIET_MS = 400;

const OUR_KEYS: readonly string[] = KEYS;

/** The query for what is on screen; keys that are not ours stay as they are. */
export function currentQuery(
  experience: Experience,
  context: AddressContext,
  present: string,
): URLSearchParams {
  const { view, gpu, look, overlay, quality, motionWish, langWish } = experience.store.getState();
  const { id, config, curve, timeline } = experience.campus();
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
      ...(gpu ? { gpu } : {}),
      ...(motionWish ? { motion: motionWish } : {}),
      ...(langWish ? { lang: langWish } : {}),
    },
    context,
  );
  for (const [key, value] of new URLSearchParams(present))
    if (!OUR_KEYS.includes(key)) written.append(key, value);
  return written;
}

/** Keeps the page's address up to date as the viewer moves. Returns the way to stop. */
export function keepAddress(experience: Experience, context: AddressContext): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function write() {
    waiting = undefined;
    const query = currentQuery(experience, context, window.location.search).toString();
    const next = `${window.location.pathname}${query ? `?${query}` : ''}${window.location.hash}`;
    const now = `${window.location.pathname}${window.location.search}${window.location.hash}`;
    if (next === now) return;
    try {
      window.history.replaceState(window.history.state, '', next);
    } catch {
      // A sandboxed page has no address of its own.
    }
  }
  const later = () => {
    waiting ??= setTimeout(write, QUIET_MS);
  };
  const stops = [experience.store.subscribe(later), experience.live.listen(later)];
  return () => {
    if (waiting !== undefined) clearTimeout(waiting);
    for (const stop of stops) stop();
  };
}
