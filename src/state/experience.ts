import { createStore, type StoreApi } from 'zustand/vanilla';
import { builtinSites } from '../model/builtin.ts';
import { dateOf, dayOf, isDate } from '../model/days.ts';
import type { SiteDocument } from '../model/schema.ts';
import { type Campus, makeCampus, momentOf, withCurve } from '../timeline/campus.ts';
import type { Moment } from '../timeline/timeline.ts';
import type { Motion, Page, Quality, Wish } from './choice.ts';
import type { Look, Overlay } from '../views/look.ts';
import type { View } from '../views/view.ts';
import type { Wheel } from './gesture.ts';
import { createClock, type FrameSource, GROWTH_SECONDS } from './clock.ts';
import { createLive, type Live } from './live.ts';
import { campusIn, chosenTag } from './words.ts';
import { noticesIn, type Notice, type Notices } from './notices.ts';
import type { Told } from './told.ts';
import { defaultDay, spanOf, spanWithin, within } from './span.ts';

/** The rack and GPU under the pointer; `gpu` is 0 for none. */
export interface Pointed {
  campusIndex: number;
  rackIndex: number;
  gpu: number;
}

/** State of the picture: `lost` while the WebGL context is lost, `text` if there is no WebGL and the page shows text instead. */
export type Picture = 'starting' | 'shown' | 'lost' | 'text';

/** What the viewer chose, and what follows from it. Values that change every frame are in {@link Live}. */
export interface ExperienceState {
  /** All shown campuses, at least one: the site first, then those that it is compared with. */
  campuses: readonly Campus[];
  /** Index of the current campus, whose GPUs can be found and selected. */
  campusIndex: number;
  /** Whether the campuses that the address names are still to come. */
  isJoining: boolean;
  /** The day shown, from day 0 of the site, updated at most every `STORE_STEP_MS` while it plays; `live.day` changes every frame. */
  day: number;
  /** Counts of the current campus on {@link day}. */
  moment: Moment;
  view: View;
  /** Counts the calls of `goTo`, so that going to the same station again starts another flight. */
  flight: number;
  /** Selected GPU of the current campus, 1 to the number of GPUs; 0 for none. */
  gpu: number;
  /** Catalogue ids of the chips that lie side by side at the station of a GPU. */
  chips: readonly string[];
  /** Id of the figure whose card is open. */
  figure: string | undefined;
  pointed: Pointed | null;
  look: Look;
  overlay: Overlay;
  quality: Quality;
  /** Days that bound slider and play, within the site's; undefined for its first or last day. */
  fromWish: number | undefined;
  toWish: number | undefined;
  /** The viewer's choice; undefined to follow the system. */
  motionWish: Motion | undefined;
  systemMotion: Motion;
  page: Page;
  /** The viewer's choice; undefined for what is usual on this kind of page. */
  wheelWish: Wheel | undefined;
  /** Whether the viewer has activated the picture, which then gets the wheel, one finger and its keys. */
  isActivated: boolean;
  /** BCP 47 tag; undefined to follow the browser. */
  langWish: string | undefined;
  /** Whether the roof over the halls is on. */
  roof: boolean;
  playing: boolean;
  /** 1 is normal speed. */
  speed: number;
  picture: Picture;
  notices: readonly Notice[];
  /** The story that is told; undefined for none. */
  story?: Told | undefined;
}

/** Parts of the state on which nothing else depends. */
type Plain =
  | ('look' | 'overlay' | 'quality' | 'motionWish' | 'roof' | 'speed')
  | ('systemMotion' | 'page' | 'picture' | 'wheelWish' | 'isActivated' | 'figure' | 'chips' | 'story');

/** The current campus. */
export const campusOf = (state: Pick<ExperienceState, 'campuses' | 'campusIndex'>): Campus =>
  state.campuses[state.campusIndex]!;

/** The state of one mount, and all actions on it. Two mounts share nothing. */
export interface Experience extends Notices {
  store: StoreApi<ExperienceState>;
  live: Live;
  /** The current campus. */
  campus(): Campus;
  motion(): Motion;
  wheel(): Wheel;
  /**
   * Shows a day; one outside of the span is moved to its nearer end. With the time of a frame, milliseconds, the store is updated only as
   * often as while it plays.
   */
  seek(day: number, now?: number): void;
  /** Seeks to a day or an ISO date of the span; throws a RangeError with a sentence for anything else. */
  seekTo(dayOrDate: number | string): void;
  play(): void;
  pause(): void;
  /** Bounds slider and play by these days. The default day stays the default one; another one outside of them is moved to the nearer end. */
  setSpan(from: number | undefined, to: number | undefined): void;
  /** Shows another configuration of the site. */
  setConfig(config: string): void;
  /** Shows another account of growth of the site, and of campuses with the same document. */
  setCurve(curve: string): void;
  /** Flies to a station of the current campus, or of another one, which becomes the current one. */
  goTo(view: View, gpu?: number, campusIndex?: number): void;
  /** Sets the station to which the viewer has moved the camera, without a flight. */
  reach(view: View, gpu?: number): void;
  select(gpu: number, campusIndex?: number): void;
  point(pointed: Pointed | null): void;
  /** Speaks in the language of a tag, or of the browser, whose words are loaded. */
  speak(langWish: string | undefined): void;
  set(part: Partial<Pick<ExperienceState, Plain>>): void;
  /**
   * Shows these campuses, each at its position, the site first. The viewer stays with the campus of the same id, else is with the site;
   * or goes to a station at once.
   */
  setCampuses(campuses: readonly [Campus, ...Campus[]], to?: CampusStation): void;
  /** Replaces all campuses by the site of a checked document. */
  setSite(siteId: string, document: SiteDocument, wish?: Wish): void;
  /** Sets or clears a named reason for standing still, such as a hidden page. */
  suspend(reason: string, suspended: boolean): void;
  isSuspended(): boolean;
  dispose(): void;
}

/** A station of one of the shown campuses. */
interface CampusStation {
  view: View;
  gpu: number;
  campusIndex: number;
  /** The eye is where it should be already. */
  isThere?: boolean;
}

/** Milliseconds between updates of the store's day while it plays. */
const STORE_STEP_MS = 100;

interface Start {
  siteId?: string;
  document?: SiteDocument;
  wish?: Wish;
  systemMotion?: Motion;
  page?: Page;
  /** What the wheel does unless the viewer wishes otherwise; `zoom` by default. */
  wheel?: Wheel;
  frames?: FrameSource;
}

function begin(id: string, document: SiteDocument, wish: Wish) {
  const campus = makeCampus({ id, document, config: wish.config, curve: wish.curve });
  const { from, to } = wish;
  const day = within(spanWithin(campus.site.lastDay, from, to), wish.day ?? campus.timeline.completeDay);
  // View and GPU of another campus wait until that is there.
  const isAway = wish.campus !== undefined;
  const campuses: Campus[] = [campus];
  return {
    campuses,
    campusIndex: 0,
    isJoining: isAway || wish.compare !== undefined || wish.story !== undefined,
    day,
    fromWish: from,
    toWish: to,
    moment: campus.timeline.at(day),
    view: isAway ? 'site' : (wish.view ?? (wish.gpu ? 'rack' : 'site')),
    gpu: isAway ? 0 : (wish.gpu ?? 0),
    chips: [],
    figure: wish.figure,
    pointed: null,
    story: undefined,
  } as const;
}

/** Makes an experience: store, live values and clock. Throws RangeError for an unknown site. */
export function createExperience(start: Start = {}): Experience {
  const wish = start.wish ?? {};
  const siteId = start.siteId ?? 'colossus';
  const document = start.document ?? builtinSites[siteId];
  if (!document) throw new RangeError(`No site is called ${siteId}.`);
  const first = begin(siteId, document, wish);
  first.campuses[0] = campusIn(first.campuses[0]!, chosenTag(wish.lang));
  const live = createLive(first.day);
  live.begin = wish.camera;
  const suspensions = new Set<string>();
  let readAt = Number.NEGATIVE_INFINITY;
  let playEnd = campusOf(first).timeline.completeDay;

  const initial: ExperienceState = {
    ...first,
    flight: 0,
    look: wish.look ?? 'model',
    overlay: wish.overlay ?? 'none',
    quality: wish.quality ?? 'auto',
    motionWish: wish.motion,
    systemMotion: start.systemMotion ?? 'full',
    page: start.page ?? 'light',
    wheelWish: wish.wheel,
    isActivated: false,
    langWish: wish.lang,
    roof: wish.roof ?? false,
    playing: false,
    speed: 1,
    picture: 'starting',
    notices: [],
  };
  // A store holds on to the state that it is created with, and would keep the first campus when another one is shown.
  const store = createStore(() => ({}) as ExperienceState);
  store.setState(initial, true);
  const { getState: state, setState: set } = store;
  const campus = () => campusOf(state());
  const site = () => state().campuses[0]!;
  const motion = (): Motion => state().motionWish ?? state().systemMotion;

  function read(day: number) {
    set({ day, moment: momentOf(campus(), site(), day) });
  }
  /** Shows a day; updates the store at once if `now` (milliseconds) is missing, else at most every `STORE_STEP_MS`. */
  function show(day: number, now?: number) {
    live.day = day;
    if (now === undefined || now - readAt >= STORE_STEP_MS) {
      readAt = now ?? Number.NEGATIVE_INFINITY;
      read(day);
    }
    live.touch();
  }
  const span = () => spanOf(state());
  /** Playing ends on the wished day, else when the growth is complete, or on the site's last day if it starts after that. */
  function aim() {
    const { completeDay } = site().timeline;
    const { last } = span();
    playEnd = state().toWish === undefined && live.day < completeDay ? Math.min(completeDay, last) : last;
  }
  /** Days that take {@link GROWTH_SECONDS}: the span, which without a last day ends with the growth, or if it starts later, with the site. */
  function growthDays() {
    const { completeDay } = site().timeline;
    const { first, last } = span();
    return (state().toWish === undefined && first < completeDay ? completeDay : last) - first;
  }
  /** Changes campuses or bounds; the day stays, within the span. A GPU that the current campus does not have is let go of. */
  function settle({ campuses, ...others }: Partial<ExperienceState>) {
    // Campuses may come from a time when another language was spoken.
    const tag = chosenTag('langWish' in others ? others.langWish : state().langWish);
    const parts = campuses ? { ...others, campuses: campuses.map((each) => campusIn(each, tag)) } : others;
    const next = { ...state(), ...parts };
    const current = campusOf(next);
    live.day = within(spanOf(next), parts.day ?? live.day);
    const gpu = next.gpu <= current.layout.totals.gpus ? next.gpu : 0;
    set({ ...parts, gpu, day: live.day, moment: momentOf(current, next.campuses[0]!, live.day) });
    aim();
    live.touch();
  }

  /** Makes another campus the current one and clears the selection. */
  function join(campusIndex = state().campusIndex) {
    const next = state().campuses[campusIndex];
    if (!next) throw new RangeError(`No campus stands in place ${campusIndex}.`);
    if (campusIndex === state().campusIndex) return;
    settle({ campusIndex, gpu: 0, pointed: null });
  }

  const clock = createClock(
    {
      isSuspended: () => suspensions.size > 0,
      day: () => live.day,
      rate: () => (growthDays() / GROWTH_SECONDS) * state().speed,
      end: () => playEnd,
      stops: () =>
        motion() === 'reduce' ? site().site.milestones.map((milestone) => milestone.day) : undefined,
      show: (day) => show(day, performance.now()),
      finished() {
        read(live.day);
        set({ playing: false });
      },
    },
    start.frames ?? globalThis,
  );

  const experience: Experience = {
    ...noticesIn(store),
    store,
    live,
    campus,
    motion,
    wheel: () => state().wheelWish ?? start.wheel ?? 'zoom',
    seek(day, now) {
      show(within(span(), day), now);
      aim();
    },
    seekTo(dayOrDate) {
      const { dayZero } = site().site;
      const { first, last } = span();
      const isNumber = typeof dayOrDate === 'number' || /^\d+(\.\d+)?$/.test(dayOrDate);
      const isUsable = isNumber || isDate(String(dayOrDate));
      const day = !isUsable ? Number.NaN : isNumber ? Number(dayOrDate) : dayOf(dayZero, dayOrDate);
      if (!(day >= first && day <= last))
        throw new RangeError(
          `seek: found ${String(dayOrDate)}, expected a day from ${first} to ${last}, or a date from ${dateOf(dayZero, first)} to ${dateOf(dayZero, last)}.`,
        );
      experience.seek(day);
    },
    play() {
      const { first, last } = span();
      // On the day of completion the growth starts again; from a later day it continues to the last day.
      const here = live.day;
      if (here >= last || Math.abs(here - site().timeline.completeDay) < 1e-6) show(first);
      aim();
      set({ playing: true });
      clock.start();
    },
    pause() {
      if (!state().playing) return;
      clock.stop();
      read(live.day);
      set({ playing: false });
    },
    setSpan(fromWish, toWish) {
      const wasDefault = live.day === defaultDay(state());
      const bounds = { fromWish, toWish };
      const day = wasDefault ? defaultDay({ ...state(), ...bounds }) : live.day;
      settle({ ...bounds, day });
    },
    setConfig(config) {
      const [first, ...others] = state().campuses;
      if (config !== first!.config)
        settle({ campuses: [makeCampus({ ...first!, config }), ...others], pointed: null });
    },
    setCurve(curve) {
      const { document, curve: before } = site();
      const follow = (each: Campus) => (each.document === document ? withCurve(each, curve) : each);
      if (curve !== before) settle({ campuses: state().campuses.map(follow) });
    },
    goTo(view, gpu, campusIndex) {
      join(campusIndex);
      set({ view, flight: state().flight + 1, ...(gpu === undefined ? {} : { gpu }) });
    },
    reach(view, gpu = state().gpu) {
      if (view !== state().view || gpu !== state().gpu) set({ view, gpu });
    },
    select(gpu, campusIndex) {
      join(campusIndex);
      set({ gpu });
    },
    point(pointed) {
      const before = state().pointed;
      if (
        before?.rackIndex !== pointed?.rackIndex ||
        before?.gpu !== pointed?.gpu ||
        before?.campusIndex !== pointed?.campusIndex
      )
        set({ pointed });
    },
    speak(langWish) {
      settle({ langWish, campuses: state().campuses });
    },
    set: (part) => set(part),
    setCampuses(campuses, to) {
      const { id } = campus();
      const campusIndex = Math.max(
        campuses.findIndex((each) => each.id === id),
        0,
      );
      const gone = campuses[campusIndex]!.id === id ? {} : { gpu: 0 };
      const { isThere = false, ...station } = to ?? { isThere: true };
      const go = { ...station, flight: state().flight + (isThere ? 0 : 1) };
      settle({ campuses, campusIndex, pointed: null, isJoining: false, ...gone, ...go });
    },
    setSite(nextId, nextDocument, nextWish = {}) {
      experience.pause();
      const next = begin(nextId, nextDocument, nextWish);
      settle({ ...next, flight: state().flight + 1 });
    },
    suspend(reason, suspended) {
      if (suspended) suspensions.add(reason);
      else suspensions.delete(reason);
      live.touch();
    },
    isSuspended: () => suspensions.size > 0,
    dispose() {
      clock.stop();
    },
  };
  return experience;
}
