/** What keys do on the stage. */
export type StageAction =
  | ('next' | 'previous' | 'first' | 'last' | 'black' | 'white')
  | (
      | 'overview'
      | 'jump'
      | 'fullscreen'
      | 'contrast'
      | 'edit'
      | 'speaker'
      | 'remote'
      | 'help'
      | 'start'
      | 'leave'
    );

/** The used part of a KeyboardEvent. */
export interface StagePress {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing?: boolean;
}

interface Row {
  action: StageAction;
  /** Keys as the help names them. */
  keys: readonly string[];
}

/** The table of keys as the help shows it; arrows and letters of directions are also first and last with Shift. */
export const STAGE_KEYS: readonly Row[] = [
  { action: 'next', keys: ['PageDown', 'Space', '→', '↓', 'N', 'L', 'J'] },
  { action: 'previous', keys: ['PageUp', 'Shift Space', '←', '↑', 'P', 'H', 'K'] },
  { action: 'first', keys: ['Home', 'Shift ←'] },
  { action: 'last', keys: ['End', 'Shift →'] },
  { action: 'black', keys: ['.', 'B', 'V', '/'] },
  { action: 'white', keys: ['W', ','] },
  { action: 'overview', keys: ['O'] },
  { action: 'jump', keys: ['G'] },
  { action: 'fullscreen', keys: ['F'] },
  { action: 'contrast', keys: ['C'] },
  { action: 'edit', keys: ['E'] },
  { action: 'speaker', keys: ['S'] },
  { action: 'remote', keys: ['R'] },
  { action: 'start', keys: ['F5'] },
  { action: 'leave', keys: ['Esc'] },
  { action: 'help', keys: ['?', 'F1'] },
];

/** By `KeyboardEvent.key`, letters in lower case. The blank button of a clicker arrives as another sign on other layouts. */
const BY_KEY: Readonly<Record<string, StageAction>> = {
  ...{ PageDown: 'next', ' ': 'next', '\u3000': 'next', ArrowRight: 'next', ArrowDown: 'next' },
  ...{ n: 'next', l: 'next', j: 'next' },
  ...{ PageUp: 'previous', ArrowLeft: 'previous', ArrowUp: 'previous' },
  ...{ p: 'previous', h: 'previous', k: 'previous' },
  ...{ Home: 'first', End: 'last' },
  ...{ b: 'black', v: 'black', '.': 'black', '/': 'black', ':': 'black', ';': 'black', '。': 'black' },
  ...{ w: 'white', ',': 'white', '、': 'white' },
  ...{ o: 'overview', g: 'jump', f: 'fullscreen', c: 'contrast', e: 'edit', s: 'speaker', r: 'remote' },
  ...{ '?': 'help', F1: 'help', F5: 'start', Escape: 'leave' },
};

/** By `KeyboardEvent.code`, for layouts and input methods whose keys are no Latin letters. */
const BY_CODE: Readonly<Record<string, StageAction>> = {
  ...{ Period: 'black', NumpadDecimal: 'black', Space: 'next' },
  ...Object.fromEntries(
    Object.entries(BY_KEY)
      .filter(([key]) => /^[a-z]$/.test(key))
      .map(([key, action]) => [`Key${key.toUpperCase()}`, action]),
  ),
};

/** Keys that lead to an end with Shift instead of by one step. */
const DIRECTIONS = /^(Arrow(Left|Right|Up|Down)|[hjkl])$/;

/** The action of a key press; undefined for keys of the browser, and for those that mean nothing here. */
export function stageAction(press: StagePress): StageAction | undefined {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey, isComposing } = press;
  if (ctrlKey || altKey || metaKey || isComposing) return undefined;
  const plain = key.length === 1 ? key.toLowerCase() : key;
  const isForeign = !/^[ -~]+$/.test(plain) || key === 'Process' || key === 'Unidentified';
  const byCode = isForeign || code === 'Period' ? BY_CODE[code] : undefined;
  const action = (Object.hasOwn(BY_KEY, plain) ? BY_KEY[plain] : undefined) ?? byCode;
  if (!shiftKey || !action) return action;
  if (code === 'Space') return 'previous';
  const letter = isForeign ? code.slice('Key'.length).toLowerCase() : plain;
  if (!DIRECTIONS.test(letter)) return action;
  return action === 'next' ? 'last' : 'first';
}

/** What may be done while the picture is blank. */
export const WHILE_BLANK: readonly (StageAction | undefined)[] = ['black', 'white'];
