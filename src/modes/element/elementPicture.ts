import { MISSING } from '../../state/notices.ts';
import { pause } from '../../state/slices.ts';
import { chosenTag, isEnglish, loadWords, sayNow, sharedWords } from '../../state/words.ts';
import { createControls, type Part } from '../../ui/element/controls.ts';
import { createFacts } from '../../ui/element/facts.ts';
import { createNotices } from '../../ui/element/notices.ts';
import type { Facade } from '../../ui/element/facade.ts';
import { styleSheet } from '../../ui/element/styleSheet.ts';
import sheetText from '../../ui/element/element.css?inline';
import { type Key, KEYS } from '../../state/keys.ts';
import type { RackFieldEvents } from './elementEvents.ts';
import type { Handle } from '../experience/handle.ts';
import type { Home } from './keepHome.ts';
import { mountExperience } from '../experience/mountExperience.ts';
import { keepTitle } from '../experience/pageTitle.ts';
import { elementQuery, FLAGS, isOn } from '../page/query.ts';
import { openSite } from '../documents/openSite.ts';

/** The lazily loaded part of a `<rack-field>`: picture, controls and events. */
export interface ElementPicture {
  handle: Handle;
  settled: Promise<void>;
  attributeChanged(name: string, value: string | null): void;
  /** Gives the context back while the element is out of the page, and asks for it again. */
  rest(): void;
  resume(): void;
  dispose(): void;
}

type Emit = <K extends keyof RackFieldEvents>(name: K, detail: RackFieldEvents[K]) => void;

let sheet: CSSStyleSheet | undefined;

export async function createElementPicture(
  element: HTMLElement,
  root: ShadowRoot,
  facade: Facade,
  emit: Emit,
): Promise<ElementPicture> {
  sheet ??= styleSheet(sheetText);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const { frame, stage } = facade;
  await pause();
  const changes = recordChanges(element);
  const opened = await openSite(elementQuery(element));
  const tag = chosenTag(opened.wish.lang);
  if (!isEnglish(tag))
    await import('../experience/speak.ts').then(({ prepareElement }) => prepareElement(tag));
  await pause();
  /** Connects a canvas with the viewer's input, once that is loaded; returns what lets go of it. */
  let attach =
    (_canvas: HTMLCanvasElement): (() => void) =>
    () => {};
  let detach = () => {};
  let controls: Part | undefined;
  const pieces: Part[] = [];
  const mounted = mountExperience(
    stage,
    opened,
    (name, store) => element.getAttribute('alt') ?? sayNow(store, sharedWords)('element.label', { name }),
    'page',
    (canvas) => {
      detach = attach(canvas);
      dress();
      return () => detach();
    },
  );
  const { experience } = mounted;
  const { store, live } = experience;
  const say = sayNow(store, sharedWords);
  await pause();
  controls = createControls(experience, say);
  pieces.push(controls, createNotices(experience, say));
  /** The way home; undefined until the picture's input is loaded. */
  let home: Home | undefined;
  const handle: Handle = {
    ...mounted.handle,
    goTo(view, options) {
      mounted.handle.goTo(view, options);
      home?.note();
    },
    async setSite(document) {
      await mounted.handle.setSite(document);
      home?.note();
    },
  };
  frame.append(...pieces.map((piece) => piece.root));
  const stops: (() => void)[] = [];

  function dress() {
    const { look, page, isActivated } = store.getState();
    for (const piece of pieces) Object.assign(piece.root.dataset, { look, page });
    stage.toggleAttribute('data-activated', isActivated);
    if (controls) controls.root.hidden = !isOn(element, 'controls');
    // By default a vertical swipe scrolls the page until the picture is activated.
    mounted.canvas().style.touchAction = isActivated
      ? 'none'
      : (element.getAttribute('touch-action') ?? 'pan-y');
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
      if (state.picture !== before.picture) tellPicture();
      if (state.playing !== before.playing) emit(state.playing ? 'play' : 'pause', { day: live.day });
      if (state.day !== before.day) emit('daychange', { day: state.day, date: state.moment.date });
      if (state.view !== before.view || state.flight !== before.flight)
        emit('viewchange', { view: state.view, gpu: state.gpu });
      const isMissing = ({ notices }: typeof state) => notices.some(({ key }) => key === MISSING);
      if (state.notices !== before.notices && isMissing(state) && !isMissing(before))
        emit('error', { reason: 'chunk', message: say(MISSING) });
      if (state.gpu !== before.gpu) emit('select', { gpu: state.gpu });
    }),
  );
  if (isOn(element, 'page')) {
    stops.push(keepTitle(experience));
    (window as Window & { rackfield?: Handle }).rackfield = handle;
  }

  let facts: Part | undefined;
  /** Shows the facts where nothing can be drawn, the picture where it can, and says what failed. */
  function tellPicture() {
    const { picture } = store.getState();
    if (picture === 'text' && !facts) {
      facts = createFacts(experience, say, facade.still(elementQuery(element)));
      facade.poster.after(facts.root);
      facade.wait(false);
      // The facts begin with that sentence.
      for (const { key, id } of store.getState().notices)
        if (key === 'notice.noWebgl') experience.dismiss(id);
      emit('error', { message: say('element.noWebgl'), reason: 'webgl' });
    } else if (picture === 'shown') {
      facts?.dispose();
      facts = undefined;
      facade.wait(false);
    } else if (picture === 'lost') {
      emit('error', { message: say('element.lost'), reason: 'webglcontextlost' });
    }
  }
  // It may have failed by now.
  tellPicture();
  let isGone = false;
  /** Lets the viewer turn and activate the picture; until then gestures and keys are the page's. */
  async function connect() {
    const { connectInput } = await import('./elementInput.ts');
    if (isGone) return;
    const input = connectInput({ element, root, mounted, camera: opened.wish.camera, say });
    home = input.home;
    pieces.push(...input.pieces);
    stops.push(...input.stops);
    frame.append(...input.pieces.map((piece) => piece.root));
    attach = input.attach;
    detach = attach(mounted.canvas());
    dress();
  }
  /** Attributes that changed before it was known what to do then. */
  const early: [Key, string | null][] = [];
  let follow: ((key: Key, value: string | null) => void) | undefined;
  /** Adds what is read about the picture, the slider's keys, what follows the attributes, and keeps the page's address up to date. */
  async function addDetails() {
    const { connectDetails, DETAILS_WORDS, followAttributes, keepAddress } = await import(
      './elementDetails.ts'
    );
    await loadWords(chosenTag(store.getState().langWish), ...DETAILS_WORDS);
    if (isGone) return;
    if (isOn(element, 'page')) stops.push(keepAddress(mounted));
    const details = connectDetails(root, frame, controls!.root, mounted, opened.wish);
    pieces.push(...details.pieces);
    stops.push(...details.stops);
    const followed = followAttributes({
      element,
      mounted,
      note: (camera) => home?.note(camera),
      isGone: () => isGone,
    });
    for (const [key, value] of early) followed(key, value);
    follow = followed;
    dress();
  }
  const settled = mounted.settled.then(async () => {
    if (isGone) return;
    // After the first frame, so that it comes sooner; one after the other, so that the order of reading is always the same.
    if (mounted.scene()) await mounted.retrying(connect);
    // Not before it is known whether the slide that it may be on is shown.
    mounted.begin();
    await mounted.retrying(addDetails);
    if (isGone) return;
    emit('progress', { totalProgress: 1 });
    emit('load', { stats: handle.stats() });
  });

  const picture: ElementPicture = {
    handle,
    settled,
    attributeChanged(name, written) {
      const value = FLAGS.includes(name) && !isOn(element, name) ? null : written;
      const key = KEYS.find((each) => each === name);
      if (!key) dress();
      else if (follow) follow(key, value);
      else early.push([key, value]);
    },
    rest: mounted.rest,
    resume: mounted.resume,
    dispose() {
      isGone = true;
      facts?.dispose();
      for (const stop of stops) stop();
      for (const piece of pieces) piece.dispose();
      mounted.dispose();
      facade.wait(true);
    },
  };
  for (const name of changes()) picture.attributeChanged(name, element.getAttribute(name));
  return picture;
}

/** Records the names of attributes that are changed; the returned function ends that and gives them. */
function recordChanges(element: HTMLElement): () => Set<string> {
  const names = new Set<string>();
  const add = (records: MutationRecord[]) => {
    for (const { attributeName } of records) names.add(attributeName!);
  };
  const observer = new MutationObserver(add);
  observer.observe(element, { attributes: true });
  return () => {
    add(observer.takeRecords());
    observer.disconnect();
    return names;
  };
}
