import { KEYS } from '../state/keys.ts';
import { retryLater } from '../state/retry.ts';
import { createFacade, type Facade } from '../ui/element/facade.ts';
import { keepSlideMessages } from './earlyMessages.ts';
import type { RackFieldEvents } from './elementEvents.ts';
import type { ElementPicture } from './elementPicture.ts';
import type { Explained, ExplainedFigure } from './explain.ts';
import type { Stats } from './handle.ts';
import { elementQuery, FLAGS, isOn } from './query.ts';

const OWN = [
  'controls',
  'loading',
  'touch-action',
  'alt',
  'poster',
  'reveal',
  'color-scheme',
  'page',
] as const;
/** Published beside this script. */
const STILLS = new URL(/* @vite-ignore */ 'stills/', import.meta.url).href;
const NEAR_THE_WINDOW = '200px';
/** How long an element that was taken out of the page keeps its day and camera, milliseconds. */
const KEPT_MS = 1000;

type Code = typeof import('./elementPicture.ts');
let code: Promise<Code> | undefined;
let failures = 0;

/**
 * Loads the code of the picture, once for all elements. After a failure it comes from a new copy of embed.classic.js: a browser may
 * remember that a module failed, and after an update only a new copy knows the new names of the chunks.
 */
export function loadCode(): Promise<Code> {
  code ??= (failures === 0 ? import('./elementPicture.ts') : loadAnew()).catch((error: unknown) => {
    code = undefined;
    failures++;
    throw error;
  });
  return code;
}

function loadAnew(): Promise<Code> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const file = `embed.classic.js?retry=${failures}`;
    script.src = new URL(file, import.meta.url).href;
    // A page's policy may allow scripts by nonce only.
    script.nonce = [...document.scripts].find(({ src }) => src === import.meta.url)?.nonce ?? '';
    script.onload = script.onerror = () => {
      script.remove();
      const { exports } = script as { exports?: { loadCode?: typeof loadCode } };
      if (exports?.loadCode) resolve(exports.loadCode());
      else reject(new Error(`${script.src} could not be loaded.`));
    };
    document.head.append(script);
  });
}

/**
 * `<rack-field>`: the picture as a custom element. It loads the picture's script when it comes near the window, or at once with
 * `loading="eager"`; with `reveal="interaction"` when its button is pressed, with `reveal="manual"` when a method is called. Each element has its own state and frees its WebGL context when it is removed.
 */
export class RackField extends HTMLElement {
  static readonly observedAttributes = [...KEYS, ...OWN];

  private facade: Facade | undefined;
  private picture: ElementPicture | undefined;
  private starting: Promise<ElementPicture> | undefined;
  private near: IntersectionObserver | undefined;
  private stopRetry: (() => void) | undefined;
  private leaving: ReturnType<typeof setTimeout> | undefined;
  /** Counts removals from the page, so that a picture whose loading started before one is disposed of. */
  private departures = 0;
  /** Settles when loading that was under way at the last removal has ended. */
  private lastLoading: Promise<unknown> | undefined;

  connectedCallback(): void {
    // An element that is moved within the page is removed and connected again at once; keep its picture.
    if (this.leaving !== undefined) clearTimeout(this.leaving);
    this.leaving = undefined;
    this.picture?.resume();
    if (this.starting || this.near) return;
    if (!this.facade) {
      const root = this.attachShadow({ mode: 'open' });
      this.facade = createFacade(this, root, STILLS);
      root.addEventListener('slotchange', () => this.facade!.refresh(elementQuery(this)));
    }
    // Properties that were set before this class was there.
    for (const [, name] of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    this.dress();
    const reveal = this.getAttribute('reveal');
    if (reveal === 'interaction') this.facade.offer(() => this.tryStart());
    if (reveal === 'interaction' || reveal === 'manual') return;
    const loading = this.getAttribute('loading') ?? this.queryLoading() ?? 'auto';
    if (loading === 'eager') this.tryStart();
    else this.startInView(loading === 'lazy' ? '0px' : NEAR_THE_WINDOW);
  }

  disconnectedCallback(): void {
    this.leaving = setTimeout(() => {
      if (this.isConnected) return;
      this.picture?.rest();
      this.leaving = setTimeout(() => this.leave(), KEPT_MS);
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (this.isConnected) this.dress();
    this.picture?.attributeChanged(name, now);
  }

  /** Resolves when the first frame has been presented. */
  async load(): Promise<void> {
    await (await this.start()).settled;
  }
  async play(): Promise<void> {
    (await this.start()).handle.play();
  }
  async pause(): Promise<void> {
    (await this.start()).handle.pause();
  }
  async seek(dayOrDate: number | string): Promise<void> {
    (await this.start()).handle.seek(dayOrDate);
  }
  async goTo(view: string, options?: { gpu?: number; campus?: string }): Promise<void> {
    (await this.start()).handle.goTo(view, options);
  }
  async setSite(document: unknown): Promise<void> {
    await (await this.start()).handle.setSite(document);
  }
  async toBlob(options?: { width?: number; height?: number; type?: string }): Promise<Blob> {
    const picture = await this.start();
    await picture.settled;
    return picture.handle.toBlob(options);
  }
  async explain(x: number, y: number): Promise<Explained | null> {
    const picture = await this.start();
    await picture.settled;
    return picture.handle.explain(x, y);
  }
  async figures(): Promise<ExplainedFigure[]> {
    return (await this.start()).handle.figures();
  }
  async measure(options: { n: number; dtDays: number }): Promise<{ jsMs: number; frameMs: number }> {
    const picture = await this.start();
    await picture.settled;
    return picture.handle.measure(options);
  }
  /** Throws before `load`. */
  stats(): Stats {
    if (!this.picture)
      throw new Error('stats: the picture has not been loaded yet; wait for the load event.');
    return this.picture.handle.stats();
  }

  /** Starts when the element comes into view, or comes again after it was out of view. */
  private startInView(rootMargin: string, isAgain = false): void {
    let isAway = !isAgain;
    this.near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting } of entries) {
          if (isIntersecting && isAway) return this.tryStart();
          isAway ||= !isIntersecting;
        }
      },
      { rootMargin },
    );
    this.near.observe(this);
  }

  /** Starts; {@link begin} says so if that fails. */
  private tryStart(): void {
    this.start().catch(() => undefined);
  }

  /** Ends the wait for a chance to start. */
  private stopWaiting(): void {
    this.near?.disconnect();
    this.near = undefined;
    this.stopRetry?.();
    this.stopRetry = undefined;
  }

  private start(): Promise<ElementPicture> {
    this.stopWaiting();
    this.starting ??= this.begin();
    return this.starting;
  }

  private async begin(): Promise<ElementPicture> {
    const emit = <K extends keyof RackFieldEvents>(name: K, detail: RackFieldEvents[K]) =>
      this.dispatchEvent(new CustomEvent(name, { detail }));
    const { departures, lastLoading } = this;
    const repeatMessages = isOn(this, 'page') ? keepSlideMessages() : undefined;
    emit('progress', { totalProgress: 0.1 });
    let reason: RackFieldEvents['error']['reason'] = 'chunk';
    try {
      const { createElementPicture } = await loadCode();
      reason = 'picture';
      emit('progress', { totalProgress: 0.6 });
      await lastLoading;
      const picture = await createElementPicture(this, this.shadowRoot!, this.facade!, emit, repeatMessages);
      if (departures === this.departures) this.picture = picture;
      else picture.dispose();
      return picture;
    } catch (error) {
      if (departures === this.departures) this.fail();
      emit('error', { reason, message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }

  private dress(): void {
    if (!this.facade) return;
    this.facade.frame.style.colorScheme = this.getAttribute('color-scheme') ?? '';
    this.facade.refresh(elementQuery(this));
  }

  /** Says in place that there is no picture, beside what stands for it, and waits for another chance. */
  private fail(): void {
    this.starting = undefined;
    this.facade!.miss(() => this.tryStart());
    this.startInView('0px', true);
    this.stopRetry = retryLater(() => this.tryStart());
  }

  private leave(): void {
    this.leaving = undefined;
    if (this.isConnected) return;
    this.stopWaiting();
    this.departures++;
    this.lastLoading = this.starting?.catch(() => undefined);
    this.picture?.dispose();
    this.picture = undefined;
    this.starting = undefined;
  }

  /** The value of `loading` in the address, with the `page` attribute. */
  private queryLoading(): string | null {
    return isOn(this, 'page') ? new URLSearchParams(window.location.search).get('loading') : null;
  }
}

/** Property of each attribute; `lang` and `hidden` are every element's own. */
const PROPERTIES = [...KEYS, ...OWN]
  .map((key) => [key, key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] as const)
  .filter(([, name]) => !(name in HTMLElement.prototype));

for (const [key, name] of PROPERTIES) {
  const isFlag = FLAGS.includes(key);
  // `play` is a method, too: reading gives the method, and assigning sets the attribute instead of replacing it.
  const method: unknown = Reflect.get(RackField.prototype, name);
  Object.defineProperty(RackField.prototype, name, {
    configurable: true,
    get(this: RackField) {
      return method ?? (isFlag ? isOn(this, key) : this.getAttribute(key));
    },
    set(this: RackField, value: unknown) {
      if (value === null || value === undefined || value === false) this.removeAttribute(key);
      else this.setAttribute(key, isFlag ? (key === 'play' ? '1' : '') : String(value));
    },
  });
}
