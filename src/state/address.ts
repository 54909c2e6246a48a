import { dateOf, dayOf, isDate } from '../model/days.ts';
import type { Rect } from '../model/site.ts';
import { faultOf, type Pose, readPose, writePose } from '../views/pose.ts';
import {
  EXHIBIT_KEYS,
  type Message,
  MOTIONS,
  PLANNED,
  PLANNED_EXHIBIT_KEYS,
  QUALITIES,
  type Wish,
} from './choice.ts';
import { LOOKS, OVERLAYS } from '../views/look.ts';
import { VIEWS } from '../views/view.ts';
import { WHEELS } from './gesture.ts';
import { spanWithin, within } from './span.ts';
import type { Value } from './words.ts';

/** The built-in site that is shown by default. */
export const DEFAULT_SITE = 'colossus';
/** Site id, in the address, of a document that a script has passed in. */
export const HANDED_OVER = 'own';

/** What reading an address needs to know about a site. */
export interface AddressContext {
  /** ISO date of day 0. */
  dayZero: string;
  /** The site's last day, days from day 0. */
  lastDay: number;
  configs: readonly string[];
  curves: readonly string[];
  /** Days that bound a date where the address itself gives no bounds; the site's own by default. */
  fromWish?: number | undefined;
  toWish?: number | undefined;
  /** Edges of the shown sites, scene frame, metres. */
  edges: readonly Rect[];
  /** Number of GPUs in a configuration. */
  gpusOf: (config: string) => number;
  /** Ids of the known sites; any other value is taken as the address of a site document. */
  sites: readonly string[];
  defaults: { site: string; config: string; curve: string };
}

/** The usable part of an address, and a message for every value that cannot be used. */
export interface AddressReading {
  wish: Wish;
  messages: Message[];
}

const DECIMAL = /^\d{1,7}(\.\d{1,6})?$/;
const WHOLE = /^[1-9]\d{0,6}$/;
/** Most GPUs of a site document. */
const MOST_GPUS = 5_000_000;
/** Farther than any position that an address can name, metres. */
const EVERYWHERE: Rect = { x0: -1e5, x1: 1e5, z0: -1e5, z1: 1e5 };
/** What tags of languages look like. */
const TAGS = ['en', 'de-CH', 'ar'];
/** Length to which values are cut in messages, characters. */
const SHOWN_LENGTH = 40;

function unusable(key: string, value: string, reason: string, expected: Value = ''): Message {
  const shown = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
  return { key: `notice.${reason}`, values: { key, value: shown, expected } };
}

/** Reads keys and values of a query or of attributes. A value that cannot be used becomes a message; unknown keys are ignored. */
export function readAddress(
  query: Iterable<readonly [string, string]>,
  context: AddressContext,
): AddressReading {
  const given = new Map<string, string>();
  for (const [key, value] of query) if (!given.has(key)) given.set(key, value);
  const wish: Wish = {};
  const messages: Message[] = [];
  const refuse = (key: string, reason: string, expected?: Value) =>
    messages.push(unusable(key, given.get(key) ?? '', reason, expected));

  function oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = given.get(key);
    if (value === undefined) return undefined;
    const found = allowed.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    if (PLANNED[key]?.includes(value)) refuse(key, 'planned', allowed);
    else refuse(key, 'unknown', allowed);
    return undefined;
  }
  function put<K extends keyof Wish>(key: K, value: Wish[K] | undefined) {
    if (value !== undefined) wish[key] = value;
  }

  if (given.get('site') === HANDED_OVER) {
    // The document is gone after a reload, so keys that depend on it no longer apply.
    refuse('site', 'siteHandedOver');
    for (const key of OF_A_SITE) given.delete(key);
  }
  put('site', readSite(given.get('site'), context, refuse));
  put('config', oneOf('config', context.configs));
  put('curve', oneOf('curve', context.curves));
  put('view', oneOf('view', VIEWS));
  put('look', oneOf('look', LOOKS));
  put('overlay', oneOf('overlay', OVERLAYS));
  put('quality', oneOf('quality', QUALITIES));
  put('motion', oneOf('motion', MOTIONS));
  put('wheel', oneOf('wheel', WHEELS));
  // Whether there is such a figure is known only once all are listed.
  put('figure', given.get('figure'));
  // Which steps there are is known only once the story is loaded.
  put('story', given.get('story') || undefined);
  const step = given.get('step') || undefined;
  if (wish.story) put('step', step);
  else if (step) refuse('step', 'stepAlone');
  put('lang', readLanguage(given.get('lang'), refuse));
  put('from', readBound('from', given, context, refuse));
  const to = readBound('to', given, context, refuse);
  const from = wish.from ?? context.fromWish ?? 0;
  if (to !== undefined && to < from) refuse('to', 'spanTurned', dateOf(context.dayZero, from));
  else put('to', to);
  put('day', readDay(given, { ...context, fromWish: from, toWish: wish.to ?? context.toWish }, refuse));

  // Empty means none.
  put('compare', given.get('compare') || undefined);
  put('campus', given.get('campus') || undefined);
  const gpu = given.get('gpu');
  // Another campus's GPUs are counted once it is loaded.
  const countGpus = () => (wish.campus ? MOST_GPUS : context.gpusOf(wish.config ?? context.defaults.config));
  if (wish.view === 'gpu' && countGpus() === 0) refuse('view', 'noGpuView');
  if (gpu !== undefined) {
    const gpus = countGpus();
    if (WHOLE.test(gpu) && Number(gpu) <= gpus) wish.gpu = Number(gpu);
    else refuse('gpu', gpus > 0 ? 'gpuRange' : 'noGpus', gpus);
  }
  const play = given.get('play');
  if (play === '1') wish.play = true;
  else if (play !== undefined && play !== '0') refuse('play', 'unknown', '1');

  const roof = oneOf('roof', ['on', 'off']);
  if (roof) wish.roof = roof === 'on';
  // Where other campuses stand is known once they are loaded.
  const edges = wish.compare ? [EVERYWHERE] : context.edges;
  put('camera', readCamera(given.get('camera'), edges, refuse));

  for (const key of EXHIBIT_KEYS) if (given.has(key)) refuse(key, 'exhibitKey');
  for (const key of PLANNED_EXHIBIT_KEYS) if (given.has(key)) refuse(key, 'plannedKey');
  return { wish, messages };
}

/** Keys whose values depend on the site. */
const OF_A_SITE = 'site config date day curve view gpu campus camera from to figure'.split(' ');

function readCamera(value: string | undefined, edges: readonly Rect[], refuse: Refuse): Pose | undefined {
  if (value === undefined) return undefined;
  const pose = readPose(value);
  const fault = pose && faultOf(pose, edges);
  if (pose && !fault) return pose;
  if (fault === 'far' || fault === 'underground') refuse('camera', 'cameraAway');
  else refuse('camera', 'cameraWrong');
  return undefined;
}

type Refuse = (key: string, reason: string, expected?: Value) => void;

function readSite(value: string | undefined, context: AddressContext, refuse: Refuse): string | undefined {
  if (value === undefined || context.sites.includes(value)) return value;
  // Treat only values with a slash or full stop as addresses, so that a mistyped id gets a better message than "not found".
  if (/[/.]/.test(value) && value.length <= 2000) return value;
  refuse('site', 'unknown', context.sites);
  return undefined;
}

function readLanguage(value: string | undefined, refuse: Refuse): string | undefined {
  if (value === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    refuse('lang', 'unknown', TAGS);
    return undefined;
  }
}

/** Reads a bound, which is a date or a day. */
function readBound(
  key: 'from' | 'to',
  given: Map<string, string>,
  context: AddressContext,
  refuse: Refuse,
): number | undefined {
  const value = given.get(key);
  if (value === undefined) return undefined;
  const isDay = DECIMAL.test(value);
  const wanted = isDay ? Number(value) : isDate(value) ? dayOf(context.dayZero, value) : Number.NaN;
  if (wanted >= 0 && wanted <= context.lastDay) return wanted;
  refuse(key, Number.isNaN(wanted) ? 'notADate' : isDay ? 'dayRange' : 'dateRange', context.lastDay);
  return undefined;
}

/** Reads the day to show; one outside of the bounds is moved to the nearer one. */
function readDay(given: Map<string, string>, context: AddressContext, refuse: Refuse): number | undefined {
  const { fromWish, toWish, lastDay, dayZero } = context;
  const placed = (key: string, wanted: number) => {
    const day = within(spanWithin(lastDay, fromWish, toWish), wanted);
    if (day !== wanted) refuse(key, 'dayMoved', dateOf(dayZero, day));
    return day;
  };
  const date = given.get('date');
  const day = given.get('day');
  if (date !== undefined) {
    const wanted = isDate(date) ? dayOf(context.dayZero, date) : Number.NaN;
    if (wanted >= 0 && wanted <= lastDay) return placed('date', wanted);
    refuse('date', Number.isNaN(wanted) ? 'notADate' : 'dateRange', lastDay);
  }
  if (day !== undefined) {
    const wanted = DECIMAL.test(day) ? Number(day) : Number.NaN;
    if (wanted >= 0 && wanted <= lastDay) return placed('day', wanted);
    refuse('day', 'dayRange', lastDay);
  }
  return undefined;
}

/** What an address is written from. */
type AddressState = { [K in keyof Wish]?: Wish[K] | undefined } & {
  /** The day that is shown by default, and so is not written. */
  defaultDay: number;
};

/** At most four decimals. */
const decimals = (day: number) => String(Number(day.toFixed(4)));

/** Writes what differs from the defaults, in the order of the documented table: {@link readAddress} inverted, days to four decimals. */
export function writeAddress(state: AddressState, context: AddressContext): URLSearchParams {
  const query = new URLSearchParams();
  const { defaults } = context;
  if (state.site && state.site !== defaults.site) query.set('site', state.site);
  if (state.config && state.config !== defaults.config) query.set('config', state.config);
  if (state.day !== undefined && Math.abs(state.day - state.defaultDay) > 5e-5)
    query.set('day', decimals(state.day));
  if (state.curve && state.curve !== defaults.curve) query.set('curve', state.curve);
  if (state.view && state.view !== (state.gpu ? 'rack' : 'site')) query.set('view', state.view);
  if (state.gpu) query.set('gpu', String(state.gpu));
  if (state.look && state.look !== LOOKS[0]) query.set('look', state.look);
  if (state.overlay && state.overlay !== OVERLAYS[0]) query.set('overlay', state.overlay);
  if (state.compare) query.set('compare', state.compare);
  if (state.camera) query.set('camera', writePose(state.camera));
  if (state.roof) query.set('roof', 'on');
  for (const key of ['from', 'to'] as const) {
    const day = state[key];
    if (day !== undefined)
      query.set(key, Number.isInteger(day) ? dateOf(context.dayZero, day) : decimals(day));
  }
  if (state.campus) query.set('campus', state.campus);
  if (state.figure !== undefined) query.set('figure', state.figure);
  if (state.story) query.set('story', state.story);
  if (state.step) query.set('step', state.step);
  if (state.lang) query.set('lang', state.lang);
  if (state.quality && state.quality !== 'auto') query.set('quality', state.quality);
  if (state.motion) query.set('motion', state.motion);
  if (state.play) query.set('play', '1');
  if (state.wheel) query.set('wheel', state.wheel);
  return query;
}
