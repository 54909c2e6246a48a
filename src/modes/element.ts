import { KEYS } from '../state/choice.ts';
import type { RackFieldEvents } from './elementEvents.ts';
import type { ElementPicture } from './elementPicture.ts';
import type { Explained } from './explain.ts';
import type { Stats } from './handle.ts';

const OWN = ['controls', 'loading', 'touch-action', 'alt', 'page'] as const;
const STILL = 'still.jpg';
const NEAR_THE_WINDOW = '200px';

/**
 * `<rack-field>`: the picture as one element. Small until it comes near the window (or at once with `loading="eager"`);
 * then the picture's own script is loaded. Each element has its own state; removed, it lets its context go.
 */
export class RackField extends HTMLElement {
  static readonly observedAttributes = [...KEYS, ...OWN];

  private picture: ElementPicture | undefined;
  private starting: Promise<ElementPicture> | undefined;
  private near: IntersectionObserver | undefined;
  private leaving: ReturnType<typeof setTimeout> | undefined;
  /** Counts how often the element has left; a picture that was on its way then is of no use any more. */
  private departures = 0;
  private onItsWay: Promise<unknown> | undefined;

  connectedCallback(): void {
    // Moved within the page: it was taken out and put back at once, and goes on as it was.
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
    const { departures, onItsWay } = this;
    emit('progress', { totalProgress: 0.1 });
    try {
      // It is published beside this script, and shown where nothing can be drawn.
      const still = new URL(STILL, import.meta.url).href;
      const { createElementPicture } = await import('./elementPicture.ts');
      emit('progress', { totalProgress: 0.6 });
      await onItsWay;
      const picture = await createElementPicture(this, this.shadowRoot!, still, emit);
      if (departures === this.departures) this.picture = picture;
      else picture.dispose();
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
    this.onItsWay = this.starting?.catch(() => undefined);
    this.picture?.dispose();
    this.picture = undefined;
    this.starting = undefined;
  }

  /** On a page of ours, `loading` may stand in the address. */
  private queryLoading(): string | null {
    return this.hasAttribute('page') ? new URLSearchParams(window.location.search).get('loading') : null;
  }
}

for (const key of [...KEYS, ...OWN]) {
  const name = key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  // `lang` is every element's own property already, and mirrors its attribute.
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
