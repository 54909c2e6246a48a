import { readAddress } from '../state/address.ts';
import { loadWords, sayIn, sharedWords } from '../state/words.ts';
import { createControls } from '../ui/element/controls.ts';
import { createFacts } from '../ui/element/facts.ts';
import { createNotices } from '../ui/element/notices.ts';
import { listenToKeys } from '../ui/element/pictureKeys.ts';
import sheetText from '../ui/element/element.css?inline';
import { keepAddress } from './addressBar.ts';
import { cameraMoves } from './cameraMoves.ts';
import { KEYS } from '../state/choice.ts';
import type { RackFieldEvents } from './elementEvents.ts';
import type { Handle } from './handle.ts';
import { mountExperience } from './mountExperience.ts';
import { openSite } from './openSite.ts';

/** The loaded half of a `<rack-field>`: its picture, its own controls and its events. */
export interface ElementPicture {
  handle: Handle;
  settled: Promise<void>;
  attributeChanged(name: string, value: string | null): void;
  dispose(): void;
}

type Emit = <K extends keyof RackFieldEvents>(name: K, detail: RackFieldEvents[K]) => void;

let sheet: CSSStyleSheet | undefined;

/** One sheet for all elements of a page; constructable, so that no content policy is in its way. */
function elementSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetText);
  }
  return sheet;
}

/** The element's attributes, and on a page of ours the address, which has the last word. */
function queryOf(element: HTMLElement): (readonly [string, string])[] {
  const page = element.hasAttribute('page') ? [...new URLSearchParams(window.location.search)] : [];
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
  let opened = await openSite(queryOf(element));
  const tag = opened.wish.lang ?? navigator.language;
  await loadWords(tag);
  const say = sayIn(tag, sharedWords);
  const label = element.getAttribute('alt') ?? say('picture.label', { name: opened.document.name });
  const mounted = mountExperience(stage, opened, label);
  const { experience, handle } = mounted;
  const { store, live } = experience;
  const controls = createControls(experience, say);
  const notices = createNotices(experience, say);
  root.append(controls.root, notices.root);
  const stops: (() => void)[] = [() => controls.dispose(), () => notices.dispose()];
  const canvas = stage.querySelector('canvas');
  if (canvas) stops.push(listenToKeys(canvas, experience, cameraMoves(mounted, stage)));

  function dress() {
    const { look, page } = store.getState();
    Object.assign(controls.root.dataset, { look, page });
    controls.root.hidden = !element.hasAttribute('controls');
    // Articles scroll: a finger that moves up or down belongs to the page unless the host says otherwise.
    canvas?.style.setProperty('touch-action', element.getAttribute('touch-action') ?? 'pan-y');
    const alt = element.getAttribute('alt');
    if (alt) canvas?.setAttribute('aria-label', alt);
  }
  dress();

  stops.push(
    store.subscribe((state, before) => {
      if (state.look !== before.look || state.page !== before.page) dress();
      if (state.playing !== before.playing) emit(state.playing ? 'play' : 'pause', { day: live.day });
      if (state.day !== before.day) emit('daychange', { day: state.day, date: state.moment.date });
      if (state.view !== before.view || state.flight !== before.flight)
        emit('viewchange', { view: state.view, gpu: state.gpu });
      if (state.gpu !== before.gpu) emit('select', { gpu: state.gpu });
    }),
  );
  if (element.hasAttribute('page')) {
    stops.push(keepAddress(experience, opened.context));
    (window as Window & { rackfield?: Handle }).rackfield = handle;
  }

  let isGone = false;
  const settled = mounted.settled.then(() => {
    if (isGone) return;
    dress();
    if (store.getState().picture === 'text') {
      const facts = createFacts(experience, say, stillUrl);
      stage.replaceChildren(facts.root);
      stops.push(() => facts.dispose());
    }
    emit('progress', { totalProgress: 1 });
    emit('load', { stats: handle.stats() });
  });

  async function reopen() {
    opened = await openSite(queryOf(element));
    if (isGone) return;
    experience.notify(...opened.messages);
    if (opened.messages.length === 0) experience.setSite(opened.siteId, opened.document, opened.wish);
  }

  function apply(name: string, value: string) {
    const { wish, messages } = readAddress([[name, value]], {
      ...opened.context,
      // GPUs are judged by the configuration that is shown.
      gpusOf: () => experience.campus().layout.totals.gpus,
    });
    experience.notify(...messages);
    if (wish.config !== undefined) experience.setConfig(wish.config);
    if (wish.curve !== undefined) experience.setCurve(wish.curve);
    if (wish.day !== undefined) experience.seek(wish.day);
    if (wish.gpu !== undefined) experience.goTo(wish.view ?? 'rack', wish.gpu);
    else if (wish.view !== undefined) experience.goTo(wish.view);
    if (wish.look !== undefined) experience.set({ look: wish.look });
    if (wish.quality !== undefined) experience.set({ quality: wish.quality });
    if (wish.motion !== undefined) experience.set({ motionWish: wish.motion });
    if (wish.lang !== undefined) experience.set({ langWish: wish.lang });
    if (wish.play) experience.play();
  }

  return {
    handle,
    settled,
    attributeChanged(name, value) {
      if (name === 'site') void reopen();
      else if (name === 'play' && value !== null) apply(name, value || '1');
      else if ((KEYS as readonly string[]).includes(name) && value !== null) apply(name, value);
      else dress();
    },
    dispose() {
      isGone = true;
      for (const stop of stops) stop();
      mounted.dispose();
      root.replaceChildren();
    },
  };
}
