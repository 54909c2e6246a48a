import { VIEWS } from '../views/view.ts';

/** Where the focus is: on the picture, on the timeline, or elsewhere on the page. */
export type KeyContext = 'picture' | 'timeline' | 'page';

interface Row {
  action: string;
  /** `KeyboardEvent.key` values, letters in lower case; any of them triggers the action. */
  keys: readonly string[];
  shift?: boolean;
  /** Missing: everywhere. */
  contexts?: readonly KeyContext[];
  /** Holding the key down repeats it. */
  repeats?: boolean;
}

const IN_TIME: readonly KeyContext[] = ['timeline', 'page'];
const IN_PICTURE: readonly KeyContext[] = ['picture'];

/**
 * The table of keys, used by the handlers and shown in the help. Arrows move the camera while the picture has the focus,
 * and the day everywhere else. The text of a row is `key.<action>` in the language file.
 */
const TABLE = [
  { action: 'playPause', keys: [' ', 'k'] },
  { action: 'dayBack', keys: ['ArrowLeft'], shift: false, contexts: IN_TIME, repeats: true },
  { action: 'dayForward', keys: ['ArrowRight'], shift: false, contexts: IN_TIME, repeats: true },
  { action: 'monthBack', keys: ['ArrowLeft'], shift: true, contexts: IN_TIME, repeats: true },
  { action: 'monthForward', keys: ['ArrowRight'], shift: true, contexts: IN_TIME, repeats: true },
  { action: 'previousMilestone', keys: ['PageUp'] },
  { action: 'nextMilestone', keys: ['PageDown'] },
  { action: 'start', keys: ['Home'] },
  { action: 'end', keys: ['End'] },
  ...VIEWS.map((view, at) => ({ action: view, keys: [String(at + 1)] })),
  { action: 'home', keys: ['0'] },
  { action: 'zoomIn', keys: ['+', '='], repeats: true },
  { action: 'zoomOut', keys: ['-', '_'], repeats: true },
  { action: 'orbitLeft', keys: ['ArrowLeft'], shift: false, contexts: IN_PICTURE, repeats: true },
  { action: 'orbitRight', keys: ['ArrowRight'], shift: false, contexts: IN_PICTURE, repeats: true },
  { action: 'orbitUp', keys: ['ArrowUp'], shift: false, contexts: IN_PICTURE, repeats: true },
  { action: 'orbitDown', keys: ['ArrowDown'], shift: false, contexts: IN_PICTURE, repeats: true },
  { action: 'panLeft', keys: ['ArrowLeft'], shift: true, contexts: IN_PICTURE, repeats: true },
  { action: 'panRight', keys: ['ArrowRight'], shift: true, contexts: IN_PICTURE, repeats: true },
  { action: 'panUp', keys: ['ArrowUp'], shift: true, contexts: IN_PICTURE, repeats: true },
  { action: 'panDown', keys: ['ArrowDown'], shift: true, contexts: IN_PICTURE, repeats: true },
  { action: 'roof', keys: ['r'] },
  { action: 'look', keys: ['l'] },
  { action: 'find', keys: ['g'] },
  { action: 'explain', keys: ['i'] },
  { action: 'copyLink', keys: ['c'] },
  { action: 'fullscreen', keys: ['f'] },
  { action: 'help', keys: ['?', 'F1'] },
] as const satisfies readonly Row[];

/** All actions that a key can trigger. */
export type KeyAction = (typeof TABLE)[number]['action'];
export type KeyRow = Row & { action: KeyAction };
export const KEYS: readonly KeyRow[] = TABLE;

/** Camera movement per key press: zoom factor, orbit in radians, pan in CSS pixels. */
const STEP = { zoom: 1.25, orbit: Math.PI / 36, pan: 40 } as const;

/** Camera movements that keys and buttons trigger. */
export interface CameraMoves {
  /** Above 1 comes nearer, below 1 goes away. */
  zoom(factor: number): void;
  /** Turns the eye around the target, radians: to the right, up. */
  orbit(right: number, up: number): void;
  /** Moves eye and target along the picture, CSS pixels: to the right, down. */
  pan(right: number, down: number): void;
  /** Zooms to a decimal level: 0 is the first station. */
  zoomTo(level: number): void;
  /** Goes back to the station's own view. */
  home(): void;
}

/** The key actions that move the camera. */
export function cameraCommands({ zoom, orbit, pan, home }: Omit<CameraMoves, 'zoomTo'>) {
  return {
    home,
    zoomIn: () => zoom(STEP.zoom),
    zoomOut: () => zoom(1 / STEP.zoom),
    orbitLeft: () => orbit(-STEP.orbit, 0),
    orbitRight: () => orbit(STEP.orbit, 0),
    orbitUp: () => orbit(0, STEP.orbit),
    orbitDown: () => orbit(0, -STEP.orbit),
    panLeft: () => pan(-STEP.pan, 0),
    panRight: () => pan(STEP.pan, 0),
    panUp: () => pan(0, -STEP.pan),
    panDown: () => pan(0, STEP.pan),
  };
}

/** The used part of a KeyboardEvent. */
export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing?: boolean;
}

/** The step of an arrow key on a slider: 1 or -1, 0 for other keys. Left and right are swapped for `rtl`. */
export function arrowStep(key: string, direction: string): number {
  const turned = direction === 'rtl' ? -1 : 1;
  return { ArrowUp: 1, ArrowDown: -1, ArrowRight: turned, ArrowLeft: -turned }[key] ?? 0;
}

const TURNED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/**
 * The key itself, or the arrow in its stead: time runs the way that the page is written, so on one from right to left the left arrow leads
 * on. The picture has left and right of its own.
 */
const turnedKey = (key: string, { contexts }: KeyRow, direction: string): string =>
  direction === 'rtl' && contexts === IN_TIME ? (TURNED[key] ?? key) : key;

/** The row of the table that a key press belongs to, whether or not holding it down repeats the action. `direction` is the page's. */
export function rowFor(press: KeyPress, context: KeyContext, direction = 'ltr'): KeyRow | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return undefined;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return KEYS.find(
    (candidate) =>
      candidate.keys.includes(turnedKey(key, candidate, direction)) &&
      (candidate.shift === undefined || candidate.shift === press.shiftKey) &&
      (candidate.contexts === undefined || candidate.contexts.includes(context)),
  );
}

/** The action of a key press; undefined if the key has none there and is left to the browser. */
export function actionFor(press: KeyPress, context: KeyContext, direction?: string): KeyAction | undefined {
  const row = rowFor(press, context, direction);
  return row && (!press.repeat || row.repeats) ? row.action : undefined;
}

const SHOWN: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−',
};

/** The names of the keys to press for a row's first key, see {@link printed}. `direction` is the page's. */
export function capsOf(row: KeyRow, direction = 'ltr'): string[] {
  const first = turnedKey(row.keys[0] ?? '', row, direction);
  const cap = SHOWN[first] ?? (first.length === 1 ? first.toUpperCase() : first);
  return row.shift ? ['Shift', cap] : [cap];
}

/** Keys on which keyboards have a word, which differs by language. */
const NAMED = ['Space', 'PageUp', 'PageDown', 'Home', 'End', 'Shift', 'Esc'];

/** A key, or several with spaces, as keyboards of a language have it printed; `say` answers the word of a key that has one. */
export const printed = (names: string, say: (name: string) => string): string =>
  names
    .split(' ')
    .map((name) => (NAMED.includes(name) ? say(name) : name))
    .join(' ');
