import words from '../../../assets/stills.json';
import { KEYS } from '../../state/keys.ts';
import { markScheme, schemeOf } from '../scheme.ts';
import sheetText from './facade.css?inline';
import { make } from './make.ts';
import { styleSheet } from './styleSheet.ts';

/** The element's frame, and the poster in it until the first frame has been drawn. */
export interface Facade {
  /** Holds all that the element shows; nothing of the host's styles reaches it but direction, visibility and colour scheme. */
  frame: HTMLElement;
  /** The picture's parent; its size is the picture's. */
  stage: HTMLElement;
  /** Holds what stands for the picture. */
  poster: HTMLElement;
  /** Shows the poster, or takes it away when there is a picture or something else to see. */
  wait(isWaiting: boolean): void;
  /** Address and words of the still that shows this state of the element; undefined where there is none. */
  still(query: Query): { src: string; alt: string } | undefined;
  /** Chooses colour scheme and poster for the element's present attributes. */
  refresh(query: Query): void;
  /** Says over the poster that the picture could not be loaded. */
  miss(): void;
}

type Query = readonly (readonly [key: string, value: string])[];
const stills = words.configs;
type Config = keyof typeof stills;

const SITE = 'colossus';
/** Keys that do not change the first picture, or for which there are stills of their own. */
const ANY: readonly string[] = ['config', 'lang', 'quality', 'motion', 'wheel'];
const DEFAULTS: Readonly<Record<string, string>> = {
  site: SITE,
  curve: 'claimed',
  view: 'site',
  look: 'model',
  overlay: 'none',
  roof: 'off',
};
const MISSING =
  'The 3D picture could not be loaded. It is tried again when the network is back or the page is shown again.';
const OURS: readonly string[] = KEYS;
const DEFAULT_CONFIG: Config = '200k';

let sheet: CSSStyleSheet | undefined;

/** Builds the frame in the element's shadow root. `folder` is the address that the stills are published under. */
export function createFacade(element: HTMLElement, root: ShadowRoot, folder: string): Facade {
  sheet ??= styleSheet(sheetText);
  root.adoptedStyleSheets = [sheet];
  const frame = make('div', 'frame');
  const stage = make('div', 'stage');
  const poster = make('div', 'poster');
  const image = make('img', 'still');
  const plain = make('p', 'plain');
  const missing = make('p', 'missing', MISSING);
  missing.setAttribute('role', 'status');
  plain.dir = 'auto';
  const slot = (name: string, ...content: Node[]) => {
    const made = document.createElement('slot');
    if (name) made.name = name;
    made.append(...content);
    return made;
  };
  const own = slot('');
  poster.append(slot('poster', own, image, plain));
  frame.append(stage, poster);
  root.replaceChildren(frame);

  const facade: Facade = {
    frame,
    stage,
    poster,
    wait(isWaiting) {
      poster.hidden = !isWaiting;
      missing.remove();
    },
    still(query) {
      const config = configOf(query);
      const isUsual = query.every(
        ([key, value]) => !OURS.includes(key) || ANY.includes(key) || DEFAULTS[key] === value,
      );
      if (!config || !isUsual) return undefined;
      const dark = schemeOf(stage) === 'dark' ? '-dark' : '';
      return {
        src: `${folder}${config}${dark}.webp`,
        alt: element.getAttribute('alt') ?? stills[config],
      };
    },
    refresh(query) {
      frame.style.colorScheme = element.getAttribute('color-scheme') ?? '';
      // What the host has put into the element stays visible instead of our poster. Spaces between its tags do not count.
      const isFilled = own.assignedNodes().some((node) => node instanceof Element || node.nodeValue?.trim());
      const given = element.getAttribute('poster');
      const still = given ? { src: given, alt: element.getAttribute('alt') ?? '' } : facade.still(query);
      image.hidden = isFilled || !still;
      plain.hidden = isFilled || Boolean(still);
      if (!image.hidden) Object.assign(image, still);
      const config = configOf(query);
      plain.textContent = config ? stills[config] : '';
    },
    miss() {
      poster.append(missing);
    },
  };
  markScheme(stage);
  return facade;
}

/** The configuration that will be shown; undefined for another site. */
function configOf(query: Query): Config | undefined {
  const value = (wanted: string) => query.find(([key]) => key === wanted)?.[1];
  if ((value('site') ?? SITE) !== SITE) return undefined;
  const config = value('config') ?? '';
  return Object.hasOwn(stills, config) ? (config as Config) : DEFAULT_CONFIG;
}
