import { KEYS } from '../../state/keys.ts';
import { createFacade, type Facade } from '../../ui/element/facade.ts';
import type { Life } from './elementLife.ts';
import type { Handle, Stats } from '../experience/handle.ts';
import { elementQuery, FLAGS, isOn } from '../page/query.ts';

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
/** Methods that wait for the picture. */
const METHODS = [
  'load',
  'play',
  'pause',
  'seek',
  'goTo',
  'setSite',
  'toBlob',
  'explain',
  'figures',
  'measure',
  'next',
  'previous',
  'goToStep',
] as const;
export type Method = (typeof METHODS)[number];

/** Published beside this script. */
const STILLS = new URL(/* @vite-ignore */ 'stills/', import.meta.url).href;

type Picture = typeof import('./elementPicture.ts');
/** What a copy of the element's script exports. */
export interface Copy {
  /** Loads what the element does beyond showing what stands for the picture. */
  loadLife(): Promise<typeof import('./elementLife.ts')>;
  /** Loads the code of the picture, once. */
  loadPicture(): Promise<Picture>;
}

export const loadLife = () => import('./elementLife.ts');

let picture: Promise<Picture> | undefined;
export function loadPicture(): Promise<Picture> {
  picture ??= import('./elementPicture.ts');
  return picture;
}

let failures = 0;
/**
 * A new copy of embed.classic.js: a browser may remember that a module failed, and after an update only a new copy knows the new names
 * of the chunks.
 */
function loadAnew(): Promise<Copy> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const file = `embed.classic.js?retry=${++failures}`;
    script.src = new URL(file, import.meta.url).href;
    // A page's policy may allow scripts by nonce only.
    script.nonce = [...document.scripts].find(({ src }) => src === import.meta.url)?.nonce ?? '';
    script.onload = script.onerror = () => {
      script.remove();
      const { exports } = script as { exports?: Partial<Copy> };
      if (exports?.loadLife) resolve(exports as Copy);
      else reject(new Error(`${script.src} could not be loaded.`));
    };
    document.head.append(script);
  });
}

/** What {@link METHODS} do; each resolves once it is done and rejects if the picture cannot be loaded. */
export interface RackField {
  /** Resolves when the first frame has been presented. */
  load(): Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  seek(dayOrDate: number | string): Promise<void>;
  goTo(...given: Parameters<Handle['goTo']>): Promise<void>;
  setSite(document: unknown): Promise<void>;
  toBlob(...given: Parameters<Handle['toBlob']>): ReturnType<Handle['toBlob']>;
  explain(...given: Parameters<Handle['explain']>): ReturnType<Handle['explain']>;
  figures(): ReturnType<Handle['figures']>;
  measure(...given: Parameters<Handle['measure']>): ReturnType<Handle['measure']>;
  next(): Promise<void>;
  previous(): Promise<void>;
  goToStep(...given: Parameters<Handle['goToStep']>): Promise<void>;
}

/**
 * `<rack-field>`: the picture as a custom element. This is the part that its page waits for: it shows what stands for the picture, and
 * loads the rest. It loads the picture's script when it comes near the window, or at once with `loading="eager"`; with
 * `reveal="interaction"` when its button is pressed, with `reveal="manual"` when a method is called. Each element has its own state and
 * frees its WebGL context when it is removed.
 */
export class RackField extends HTMLElement {
  static readonly observedAttributes = [...KEYS, ...OWN];

  declare private facade: Facade | undefined;
  declare private life: Life | undefined;
  declare private coming: Promise<Life> | undefined;

  connectedCallback(): void {
    if (!this.facade) {
      const root = this.attachShadow({ mode: 'open' });
      this.facade = createFacade(this, root, STILLS);
      root.addEventListener('slotchange', () => this.dress());
    }
    // Properties that were set before this class was there.
    const own = this as Record<string, unknown>;
    for (const [, name] of PROPERTIES) {
      if (!Object.hasOwn(own, name)) continue;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
    this.dress();
    this.live().catch(() => undefined);
    // What is seen at once does not wait for the code that would ask for the picture.
    const { top, bottom } = this.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight && !this.hasAttribute('reveal')) loadPicture().catch(() => undefined);
  }

  disconnectedCallback(): void {
    this.life?.follow();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    this.dress();
    this.life?.picture?.attributeChanged(name, now);
  }

  /** Throws before `load`. */
  stats(): Stats {
    if (!this.life?.picture) throw new Error('stats: there is no picture before the load event.');
    return this.life.picture.handle.stats();
  }

  private dress(): void {
    this.facade?.refresh(elementQuery(this));
  }

  /** Loads the rest, which then follows whether the element is in the page. */
  async live(): Promise<Life> {
    this.coming ??= loadLife()
      .catch(async () => (await loadAnew()).loadLife())
      .then(({ createLife }) => (this.life = createLife(this, this.facade!, loadPicture, loadAnew)))
      .catch((error: Error) => this.fail(error));
    const life = await this.coming;
    life.follow();
    return life;
  }

  /** Says that the rest could not be loaded, since nothing else is there to say it, and tries again when that may help. */
  private fail(error: Error): never {
    this.coming = undefined;
    this.facade!.miss();
    for (const name of ['online', 'visibilitychange'])
      addEventListener(name, () => this.live().catch(() => undefined), { once: true });
    this.dispatchEvent(new CustomEvent('error', { detail: { reason: 'chunk', message: error.message } }));
    throw error;
  }
}

for (const name of METHODS)
  Object.assign(RackField.prototype, {
    async [name](this: RackField, ...given: unknown[]) {
      return (await this.live()).call(name, given);
    },
  });

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
