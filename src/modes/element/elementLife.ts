import { retryLater } from '../../state/retry.ts';
import type { Facade } from '../../ui/element/facade.ts';
import { createStartButton } from '../../ui/element/startButton.ts';
import type { Copy, Method } from './element.ts';
import type { RackFieldEvents } from './elementEvents.ts';
import type { ElementPicture } from './elementPicture.ts';
import { isOn } from '../page/query.ts';

const NEAR_THE_WINDOW = '200px';
/** How long an element that was taken out of the page keeps its day and camera, milliseconds. */
const KEPT_MS = 1000;
/** Methods that need the first frame. */
const NEED_FRAME: readonly Method[] = ['load', 'toBlob', 'explain', 'measure'];

let code: ReturnType<Copy['loadPicture']> | undefined;

/** When a `<rack-field>` starts, tries again and ends. */
export interface Life {
  /** Undefined until it is loaded. */
  readonly picture: ElementPicture | undefined;
  /** Starts or ends according to whether the element is in the page, and its attributes. */
  follow(): void;
  /** Starts, and calls a method of the element. */
  call(name: Method, given: unknown[]): Promise<unknown>;
}

/** `loadPicture` is the element's own, `loadAnew` loads a new copy of its script, which may know other files. */
export function createLife(
  element: HTMLElement,
  facade: Facade,
  loadPicture: Copy['loadPicture'],
  loadAnew: () => Promise<Copy>,
): Life {
  let picture: ElementPicture | undefined;
  let starting: Promise<ElementPicture> | undefined;
  let near: IntersectionObserver | undefined;
  let stopRetry: (() => void) | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  /** Counts removals from the page, so that a picture whose loading started before one is disposed of. */
  let departures = 0;
  /** Settles when loading that was under way at the last removal has ended. */
  let lastLoading: Promise<unknown> | undefined;
  const button = createStartButton(facade, element.shadowRoot!);

  const emit = <K extends keyof RackFieldEvents>(name: K, detail: RackFieldEvents[K]) =>
    element.dispatchEvent(new CustomEvent(name, { detail }));

  /** Loads the code of the picture, once for all elements. */
  function loadCode(): ReturnType<Copy['loadPicture']> {
    code ??= loadPicture()
      .catch(async () => (await loadAnew()).loadPicture())
      .catch((error: unknown) => {
        code = undefined;
        throw error;
      });
    return code;
  }

  function arrive(): void {
    // An element that is moved within the page is removed and connected again at once; keep its picture.
    clearTimeout(leaving);
    leaving = undefined;
    picture?.resume();
    if (starting || near) return;
    const reveal = element.getAttribute('reveal');
    if (reveal === 'interaction') button.offer('begin', tryStart);
    if (reveal === 'interaction' || reveal === 'manual') return;
    const loading = element.getAttribute('loading') ?? queryLoading() ?? 'auto';
    if (loading === 'eager') tryStart();
    else startInView(loading === 'lazy' ? '0px' : NEAR_THE_WINDOW);
  }

  function depart(): void {
    leaving ??= setTimeout(() => {
      if (element.isConnected) return;
      picture?.rest();
      leaving = setTimeout(leave, KEPT_MS);
    });
  }

  /** Starts when the element comes into view, or comes again after it was out of view. */
  function startInView(rootMargin: string, isAgain = false): void {
    let isAway = !isAgain;
    near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting } of entries) {
          if (isIntersecting && isAway) return tryStart();
          isAway ||= !isIntersecting;
        }
      },
      { rootMargin },
    );
    near.observe(element);
  }

  /** Starts; {@link begin} says so if that fails. */
  function tryStart(): void {
    start().catch(() => undefined);
  }

  /** Ends the wait for a chance to start. */
  function stopWaiting(): void {
    near?.disconnect();
    near = undefined;
    stopRetry?.();
    stopRetry = undefined;
  }

  function start(): Promise<ElementPicture> {
    stopWaiting();
    starting ??= begin();
    return starting;
  }

  async function begin(): Promise<ElementPicture> {
    const before = departures;
    emit('progress', { totalProgress: 0.1 });
    let reason: RackFieldEvents['error']['reason'] = 'chunk';
    try {
      const { createElementPicture } = await loadCode();
      reason = 'picture';
      emit('progress', { totalProgress: 0.6 });
      await lastLoading;
      const made = await createElementPicture(element, element.shadowRoot!, facade, emit);
      if (before === departures) picture = made;
      else made.dispose();
      return made;
    } catch (error) {
      if (before === departures) fail();
      emit('error', { reason, message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }

  /** Says in place that there is no picture, beside what stands for it, and waits for another chance. */
  function fail(): void {
    starting = undefined;
    facade.miss();
    button.offer('again', tryStart);
    startInView('0px', true);
    stopRetry = retryLater(tryStart);
  }

  function leave(): void {
    leaving = undefined;
    if (element.isConnected) return;
    stopWaiting();
    departures++;
    lastLoading = starting?.catch(() => undefined);
    picture?.dispose();
    picture = undefined;
    starting = undefined;
  }

  /** The value of `loading` in the address, with the `page` attribute. */
  function queryLoading(): string | null {
    return isOn(element, 'page') ? new URLSearchParams(window.location.search).get('loading') : null;
  }

  return {
    get picture() {
      return picture;
    },
    follow() {
      if (element.isConnected) arrive();
      else depart();
    },
    async call(name, given) {
      const { handle, settled } = await start();
      if (NEED_FRAME.includes(name)) await settled;
      if (name === 'load') return undefined;
      return (handle[name] as (...given: unknown[]) => unknown)(...given);
    },
  };
}
