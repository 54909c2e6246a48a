import { sceneRect } from '../../model/standing.ts';
import { type AddressContext, DEFAULT_SITE, readAddress } from '../../state/address.ts';
import { addressContext } from '../../state/addressContext.ts';
import type { Message, Wish } from '../../state/choice.ts';
import type { Key } from '../../state/keys.ts';
import { defaultDay } from '../../state/span.ts';
import type { Home } from './keepHome.ts';
import type { Mounted } from '../experience/mountExperience.ts';
import { openSite } from '../documents/openSite.ts';
import { elementQuery } from '../page/query.ts';
import { speak } from '../experience/speak.ts';

interface AttributeParts {
  element: HTMLElement;
  mounted: Mounted;
  /** Notes the view that is asked for by address or attribute; see {@link Home}. */
  note: Home['note'];
  /** Whether the picture has been disposed of. */
  isGone(): boolean;
}

/** Returns a function that makes the picture follow a changed attribute; null where it was removed. */
export function followAttributes({
  element,
  mounted,
  note,
  isGone,
}: AttributeParts): (key: Key, value: string | null) => void {
  const { experience } = mounted;
  const { store } = experience;

  async function reopen() {
    const opened = await openSite(elementQuery(element));
    if (isGone()) return;
    experience.notify(...opened.messages);
    // If the site could not be loaded, keep the present picture.
    if (opened.siteId !== (element.getAttribute('site') ?? DEFAULT_SITE)) return;
    experience.setSite(opened.siteId, opened.document, opened.wish);
    note(opened.wish.camera);
    await mounted.join(opened.wish);
    note(opened.wish.camera);
  }

  /** Shows the campuses of the attributes. */
  const regroup = (changed: 'compare' | 'campus') => () =>
    mounted.bring(({ regroup }) => regroup(experience, element, changed)).then(() => note());

  /** Actions for changed attributes; a missing part of the wish means its default. */
  const apply: Partial<Record<Key, (wish: Wish) => void>> = {
    config: ({ config }) => experience.setConfig(config ?? contextNow().defaults.config),
    curve: ({ curve }) => experience.setCurve(curve ?? contextNow().defaults.curve),
    date: ({ day }) => experience.seek(day ?? defaultDay(store.getState())),
    day: ({ day }) => experience.seek(day ?? defaultDay(store.getState())),
    view: ({ view }) => experience.goTo(view ?? (store.getState().gpu ? 'rack' : 'site')),
    gpu: ({ gpu }) => (gpu ? experience.goTo('rack', gpu) : experience.select(0)),
    camera: ({ camera }) =>
      camera ? mounted.scene()?.camera.setPose(camera) : experience.goTo(store.getState().view),
    look: ({ look = 'model' }) => experience.set({ look }),
    compare: regroup('compare'),
    campus: regroup('campus'),
    overlay: ({ overlay = 'none' }) => experience.set({ overlay }),
    roof: ({ roof = false }) => experience.set({ roof }),
    lang: ({ lang }) => void speak(experience, lang),
    quality: ({ quality = 'auto' }) => experience.set({ quality }),
    motion: ({ motion }) => experience.set({ motionWish: motion }),
    play: ({ play }) => (play ? experience.play() : experience.pause()),
    wheel: ({ wheel }) => experience.set({ wheelWish: wheel }),
    figure: ({ figure }) => experience.set({ figure }),
  };

  /** Keys and values of some attributes, without those that are not there. */
  const givenBy = (...names: readonly Key[]) =>
    names.flatMap((name): [string, string][] => {
      const value = element.getAttribute(name);
      return value === null ? [] : [[name, value]];
    });

  let isStoryChanged = false;
  /** Tells the story of the attributes, or ends it where they name none; once a page that changes both has done so. */
  function storyChanged() {
    if (isStoryChanged) return;
    isStoryChanged = true;
    queueMicrotask(() => {
      isStoryChanged = false;
      if (isGone()) return;
      const given = givenBy('story', 'step');
      const { wish, messages } = readAddress(given, contextNow());
      experience.notify(...messages);
      if (wish.story) void mounted.retrying(async () => void (await (await mounted.stories()).begin(wish)));
      else experience.set({ story: undefined });
    });
  }

  /** The context of the shown site, with the edges of all campuses and the GPUs of the current one. */
  function contextNow(): AddressContext {
    const { fromWish, toWish, campuses } = store.getState();
    const edges = campuses.map((each) => sceneRect(each, each.site.edge));
    const gpusOf = () => experience.campus().layout.totals.gpus;
    return { ...addressContext(campuses[0]!.document), edges, gpusOf, fromWish, toWish };
  }

  /** Bounds that were changed since their sentences were last shown. */
  const changedBounds = new Set<unknown>();
  /**
   * Reads both bounds, as one can be wrong because of the other, and returns the sentences about what was changed. They are shown later,
   * when a page that changes both has done so.
   */
  function setBounds(): Message[] {
    const { wish, messages } = readAddress(
      givenBy('from', 'to'),
      addressContext(store.getState().campuses[0]!.document),
    );
    experience.setSpan(wish.from, wish.to);
    return messages.filter(({ key, values }) => key === 'notice.spanTurned' || changedBounds.has(values.key));
  }
  function boundChanged(key: Key) {
    if (changedBounds.size === 0)
      queueMicrotask(() => {
        if (!isGone()) experience.notify(...setBounds());
        changedBounds.clear();
      });
    changedBounds.add(key);
    setBounds();
  }

  function changed(key: Key, value: string | null) {
    const other = key === 'date' ? 'day' : key === 'day' ? 'date' : undefined;
    const left = other && value === null ? element.getAttribute(other) : null;
    const query: [string, string][] =
      value !== null
        ? [[key, value || (key === 'play' ? '1' : '')]]
        : other && left !== null
          ? [[other, left]]
          : [];
    const { wish, messages } = readAddress(query, contextNow());
    experience.notify(...messages);
    // A date outside of the span has been moved into it.
    if (messages.length > 0 && wish.day === undefined) return;
    apply[key]?.(wish);
    if (key === 'view' || key === 'gpu' || key === 'camera') note(wish.camera);
  }

  return (key, value) => {
    if (key === 'site') void reopen();
    else if (key === 'from' || key === 'to') boundChanged(key);
    else if (key === 'story' || key === 'step') storyChanged();
    else changed(key, value);
  };
}
