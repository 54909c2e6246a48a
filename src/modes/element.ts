import { KEYS } from '../state/choice.ts';
import { keepSlideMessages } from './earlyMessages.ts';
import type { RackFieldEvents } from './elementEvents.ts';
import type { ElementPicture } from './elementPicture.ts';
import type { Explained } from './explain.ts';
import type { Stats } from './handle.ts';

const OWN = ['controls', 'loading', 'touch-action', 'alt', 'page'] as const;
const STILL = 'still.jpg';
const NEAR_THE_WINDOW = '200px';

/**
 * `<rack-field>`: the picture as a custom element. It loads the picture's script when it comes near the window, or at once with
 * `loading="eager"`. Each element has its own state and frees its WebGL context when it is removed.
 */
export class RackField extends HTMLElement {
  static readonly observedAttributes = [...KEYS, ...OWN];

  private picture: ElementPicture | undefined;
  private starting: Promise<ElementPicture> | undefined;
  private near: IntersectionObserver | undefined;
  private leaving: ReturnType<typeof setTimeout> | undefined;
  /** Counts removals from the page, so that a picture whose loading started before one is disposed of. */
  private departures = 0;
  /** Settles when loading that was under way at the last removal has ended. */
  private lastLoading: Promise<unknown> | undefined;

  connectedCallback(): void {
    // An element that is moved within the page is removed and connected again at once; keep its picture.
    if (this.leaving !== undefined) clearTimeout(this.leaving);
    this.leaving = undefined;
    if (this.starting || this.near) return;
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' });
    const loading = this.getAttribute('loading') ?? this.queryLoading() ?? 'auto';
    if (loading === 'eager') {
      void this.start();
      return;
    }
    this.near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.start();
      },
      { rootMargin: loading === 'lazy' ? '0px' : NEAR_THE_WINDOW },
    );
    this.near.observe(this);
  }

  disconnectedCallback(): void {
    this.leaving = setTimeout(() => this.leave());
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before !== now) this.picture?.attributeChanged(name, now);
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

  private start(): Promise<ElementPicture> {
    this.near?.disconnect();
    this.near = undefined;
    this.starting ??= this.begin();
    return this.starting;
  }

  private async begin(): Promise<ElementPicture> {
    const emit = <K extends keyof RackFieldEvents>(name: K, detail: RackFieldEvents[K]) =>
      this.dispatchEvent(new CustomEvent(name, { detail }));
    const { departures, lastLoading } = this;
    const repeatMessages = this.hasAttribute('page') ? keepSlideMessages() : undefined;
    emit('progress', { totalProgress: 0.1 });
    try {
      // Published beside this script; shown if there is no WebGL.
      const still = new URL(STILL, import.meta.url).href;
      const { createElementPicture } = await import('./elementPicture.ts');
      emit('progress', { totalProgress: 0.6 });
      await lastLoading;
      const picture = await createElementPicture(this, this.shadowRoot!, still, emit);
      if (departures === this.departures) this.picture = picture;
      else picture.dispose();
      void picture.settled.then(repeatMessages);
      return picture;
    } catch (error) {
      emit('error', { message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }

  private leave(): void {
    this.leaving = undefined;
    if (this.isConnected) return;
    this.near?.disconnect();
    this.near = undefined;
    this.departures++;
    this.lastLoading = this.starting?.catch(() => undefined);
    this.picture?.dispose();
    this.picture = undefined;
    this.starting = undefined;
  }

  /** The value of `loading` in the address, with the `page` attribute. */
  private queryLoading(): string | null {
    return this.hasAttribute('page') ? new URLSearchParams(window.location.search).get('loading') : null;
  }
}

for (const key of [...KEYS, ...OWN]) {
  const name = key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  // Every element already has the property `lang`, which mirrors its attribute.
  if (name in HTMLElement.prototype) continue;
  const isFlag = key === 'controls' || key === 'play' || key === 'page';
  Object.defineProperty(RackField.prototype, key === 'play' ? 'playing' : name, {
    configurable: true,
    get(this: RackField) {
      return isFlag ? this.hasAttribute(key) : this.getAttribute(key);
    },
    set(this: RackField, value: unknown) {
      if (value === null || value === undefined || value === false) this.removeAttribute(key);
      else this.setAttribute(key, isFlag ? (key === 'play' ? '1' : '') : String(value));
    },
  });
}
