import { writeAddress } from '../../state/address.ts';
import { addressContext } from '../../state/addressContext.ts';
import type { ExperienceState } from '../../state/experience.ts';
import { KEYS } from '../../state/keys.ts';
import { defaultDay } from '../../state/span.ts';
import type { Mounted } from '../experience/mountExperience.ts';
import { CAMERA_HASH } from './query.ts';

/** Milliseconds between updates of the address; browsers allow only about 100 updates in 30 s. */
const QUIET_MS = 400;
/** Steps of a story that the address follows at once within `AT_ONCE_MS`; after more of them it updates as for everything else. */
const AT_ONCE = 20;
const AT_ONCE_MS = 30_000;

const OUR_KEYS: readonly string[] = KEYS;

/**
 * The query for what is shown, unknown keys kept: of a story that is told, which says everything itself, only that and what the viewer chose
 * for good; see {@link viewQuery} for the rest. While campuses that the present query names are still to come, it stays as it is.
 */
export function currentQuery(mounted: Mounted, present: string, exact = false): URLSearchParams {
  const { isJoining, story, quality, ...state } = mounted.experience.store.getState();
  if (isJoining) return new URLSearchParams(present);
  if (!story) return viewQuery(mounted, present, exact);
  const chosen = { quality, motion: state.motionWish, lang: state.langWish, wheel: state.wheelWish };
  const context = addressContext(state.campuses[0]!.document);
  const written = writeAddress({ ...story.position, ...chosen, defaultDay: 0 }, context);
  return withOthers(written, present);
}

/** The query for the present view without the story that may be told. At a station it leaves out the pose, to be framed anew, unless `exact`. */
export function viewQuery({ experience, scene }: Mounted, present: string, exact = false): URLSearchParams {
  const state = experience.store.getState();
  const { campuses } = state;
  const { id, config, curve, document } = campuses[0]!;
  const campus = experience.campus();
  const camera = scene()?.camera;
  const pose = !exact && camera?.attached()?.atStation() ? undefined : camera?.pose();
  const written = writeAddress(
    {
      ...state,
      site: id,
      config,
      curve,
      day: experience.live.day,
      defaultDay: defaultDay(state),
      from: state.fromWish,
      to: state.toWish,
      compare: [...campuses.slice(1).map(({ id }) => id), ...state.chips].join(','),
      campus: campus === campuses[0] ? undefined : campus.id,
      camera: pose,
      motion: state.motionWish,
      lang: state.langWish,
      wheel: state.wheelWish,
      story: undefined,
    },
    addressContext(document),
  );
  // Chips without a view would be seen from a GPU's station.
  if (state.chips.length > 0) written.set('view', state.view);
  return withOthers(written, present);
}

/** Adds the keys of a query that are not ours. */
function withOthers(written: URLSearchParams, present: string): URLSearchParams {
  for (const [key, value] of new URLSearchParams(present))
    if (!OUR_KEYS.includes(key)) written.append(key, value);
  return written;
}

/**
 * Keeps the page's address up to date with the view: with a step of a story at once, so that a reload stays there, and with the rest a little
 * later. Returns a function that stops it.
 */
export function keepAddress(mounted: Mounted): () => void {
  const { store, live } = mounted.experience;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** When the address last followed steps at once, milliseconds; the newest last. */
  const atOnce: number[] = [];
  function write() {
    clearTimeout(waiting);
    waiting = undefined;
    const { pathname, search, hash } = window.location;
    const query = currentQuery(mounted, search).toString();
    const next = `${pathname}${query ? `?${query}` : ''}${hash.startsWith(CAMERA_HASH) ? '' : hash}`;
    if (next === `${pathname}${search}${hash}`) return;
    try {
      window.history.replaceState(window.history.state, '', next);
    } catch {
      // Sandboxed pages may not change their address.
    }
  }
  const later = () => {
    waiting ??= setTimeout(write, QUIET_MS);
  };
  // A page that is hidden may be discarded before its timers run.
  const flush = () => {
    if (waiting !== undefined) write();
  };
  function follow({ story }: ExperienceState, before: ExperienceState) {
    if (!story || story.position === before.story?.position) return later();
    const now = performance.now();
    if (atOnce.length === AT_ONCE && now - atOnce[0]! < AT_ONCE_MS) return later();
    atOnce.push(now);
    if (atOnce.length > AT_ONCE) atOnce.shift();
    write();
  }
  // For what was changed before.
  later();
  document.addEventListener('visibilitychange', flush);
  // `watch` is needed too: moving the camera by hand changes neither the store nor a live value.
  const stops = [store.subscribe(follow), live.listen(later), live.watch(later)];
  return () => {
    clearTimeout(waiting);
    document.removeEventListener('visibilitychange', flush);
    for (const stop of stops) stop();
  };
}
