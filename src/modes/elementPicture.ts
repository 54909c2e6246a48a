import { type AddressContext, DEFAULT_SITE, readAddress } from '../state/address.ts';
import { addressContext } from '../state/addressContext.ts';
import { chosenTag, loadWords, sayIn, sharedWords } from '../state/words.ts';
import { createControls } from '../ui/element/controls.ts';
import { createFacts } from '../ui/element/facts.ts';
import { createNotices } from '../ui/element/notices.ts';
import sheetText from '../ui/element/element.css?inline';
import { keepAddress, pageQuery } from './addressBar.ts';
import { type Key, KEYS, type Wish } from '../state/choice.ts';
import type { RackFieldEvents } from './elementEvents.ts';
import type { Handle } from './handle.ts';
import { keepHome } from './keepHome.ts';
import { mountExperience } from './mountExperience.ts';
import { keepTitle } from './pageTitle.ts';
import { openSite } from './openSite.ts';

/** The lazily loaded part of a `<rack-field>`: picture, controls and events. */
export interface ElementPicture {
  handle: Handle;
  settled: Promise<void>;
  attributeChanged(name: string, value: string | null): void;
  dispose(): void;
}

type Emit = <K extends keyof RackFieldEvents>(name: K, detail: RackFieldEvents[K]) => void;

let sheet: CSSStyleSheet | undefined;

/** One style sheet for all elements of a page; constructable, so that a content security policy does not block it. */
function elementSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetText);
  }
  return sheet;
}

/** Keys and values of the element's attributes and, with the `page` attribute, of the address, which takes precedence. */
function queryOf(element: HTMLElement): (readonly [string, string])[] {
  const page = element.hasAttribute('page') ? pageQuery(window.location) : [];
  const given = new Set(page.map(([key]) => key));
  const attributes = KEYS.filter((key) => element.hasAttribute(key) && !given.has(key)).map(
    (key) => [key, element.getAttribute(key) || (key === 'play' ? '1' : '')] as const,
  );
  return [...page, ...attributes];
}

export async function createElementPicture(
  element: HTMLElement,
  root: ShadowRoot,
  stillUrl: string,
  emit: Emit,
): Promise<ElementPicture> {
  root.adoptedStyleSheets = [elementSheet()];
  const stage = document.createElement('div');
  stage.className = 'stage';
  root.replaceChildren(stage);
  const opened = await openSite(queryOf(element));
  const tag = chosenTag(opened.wish.lang);
  await loadWords(tag);
  const say = sayIn(tag, sharedWords);
  const mounted = mountExperience(
    stage,
    opened,
    (name) => element.getAttribute('alt') ?? say('element.label', { name }),
    'page',
  );
  const { experience } = mounted;
  const { store, live } = experience;
  const controls = createControls(experience, say);
  const notices = createNotices(experience, say);
  const home = keepHome(mounted, opened.wish.camera);
  const handle: Handle = {
    ...mounted.handle,
    goTo(view, options) {
      mounted.handle.goTo(view, options);
      home.note();
    },
    async setSite(document) {
      await mounted.handle.setSite(document);
      home.note();
    },
  };
  const pieces = [controls, notices];
  root.append(...pieces.map((piece) => piece.root));
  const canvas = stage.querySelector('canvas')!;
  const stops: (() => void)[] = [];

  function dress() {
    const { look, page, isActivated } = store.getState();
    for (const piece of pieces) Object.assign(piece.root.dataset, { look, page });
    stage.toggleAttribute('data-activated', isActivated);
    controls.root.hidden = !element.hasAttribute('controls');
    // By default a vertical swipe scrolls the page until the picture is activated.
    canvas.style.touchAction = isActivated ? 'none' : (element.getAttribute('touch-action') ?? 'pan-y');
    mounted.label();
  }
  dress();

  stops.push(
    store.subscribe((state, before) => {
      if (
        state.look !== before.look ||
        state.page !== before.page ||
        state.isActivated !== before.isActivated
      )
        dress();
      if (state.playing !== before.playing) emit(state.playing ? 'play' : 'pause', { day: live.day });
      if (state.day !== before.day) emit('daychange', { day: state.day, date: state.moment.date });
      if (state.view !== before.view || state.flight !== before.flight)
        emit('viewchange', { view: state.view, gpu: state.gpu });
      if (state.gpu !== before.gpu) emit('select', { gpu: state.gpu });
    }),
  );
  if (element.hasAttribute('page')) {
    stops.push(keepAddress(mounted), keepTitle(experience));
    (window as Window & { rackfield?: Handle }).rackfield = handle;
  }

  let isGone = false;
  /** Lets the viewer turn and activate the picture; until then gestures and keys are the page's. */
  async function connect() {
    const { connectInput } = await import('./elementInput.ts');
    if (isGone) return;
    const input = connectInput({ element, root, mounted, home, say });
    pieces.push(...input.pieces);
    stops.push(...input.stops);
    root.append(...input.pieces.map((piece) => piece.root));
    dress();
  }
  const settled = mounted.settled.then(async () => {
    if (isGone) return;
    dress();
    if (store.getState().picture === 'text') {
      const facts = createFacts(experience, say, stillUrl);
      stage.replaceChildren(facts.root);
      stops.push(() => facts.dispose());
    } else {
      // After the first frame, so that it comes sooner.
      await connect().catch((error: unknown) => emit('error', { message: String(error) }));
      if (isGone) return;
    }
    emit('progress', { totalProgress: 1 });
    emit('load', { stats: handle.stats() });
  });

  async function reopen() {
    const opened = await openSite(queryOf(element));
    if (isGone) return;
    experience.notify(...opened.messages);
    // If the site could not be loaded, keep the present picture.
    if (opened.siteId !== (element.getAttribute('site') ?? DEFAULT_SITE)) return;
    experience.setSite(opened.siteId, opened.document, opened.wish);
    home.note(opened.wish.camera);
  }

  /** Actions for changed attributes; a missing part of the wish means its default. */
  const apply: Partial<Record<Key, (wish: Wish) => void>> = {
    config: ({ config }) => experience.setConfig(config ?? contextNow().defaults.config),
    curve: ({ curve }) => experience.setCurve(curve ?? contextNow().defaults.curve),
    date: ({ day }) => experience.seek(day ?? experience.campus().timeline.completeDay),
    day: ({ day }) => experience.seek(day ?? experience.campus().timeline.completeDay),
    view: ({ view }) => experience.goTo(view ?? (store.getState().gpu ? 'rack' : 'site')),
    gpu: ({ gpu }) => (gpu ? experience.goTo('rack', gpu) : experience.select(0)),
    camera: ({ camera }) =>
      camera ? mounted.scene()?.camera.setPose(camera) : experience.goTo(store.getState().view),
    look: ({ look = 'model' }) => experience.set({ look }),
    overlay: ({ overlay = 'none' }) => experience.set({ overlay }),
    roof: ({ roof = false }) => experience.set({ roof }),
    lang: ({ lang }) => experience.set({ langWish: lang }),
    quality: ({ quality = 'auto' }) => experience.set({ quality }),
    motion: ({ motion }) => experience.set({ motionWish: motion }),
    play: ({ play }) => (play ? experience.play() : experience.pause()),
    wheel: ({ wheel }) => experience.set({ wheelWish: wheel }),
  };

  /** The context of the shown document, with the GPUs of the shown configuration. */
  function contextNow(): AddressContext {
    const { document, layout } = experience.campus();
    return { ...addressContext(document), gpusOf: () => layout.totals.gpus };
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
    if (messages.length > 0) return;
    apply[key]?.(wish);
    if (key === 'view' || key === 'gpu' || key === 'camera') home.note(wish.camera);
  }

  return {
    handle,
    settled,
    attributeChanged(name, value) {
      const key = KEYS.find((each) => each === name);
      if (key === 'site') void reopen();
      else if (key) changed(key, value);
      else dress();
    },
    dispose() {
      isGone = true;
      for (const stop of stops) stop();
      for (const piece of pieces) piece.dispose();
      mounted.dispose();
      root.replaceChildren();
    },
  };
}
