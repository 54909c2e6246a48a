import { describe, expect, it } from 'vitest';
import english from '../../assets/languages/en.stage.json';
import { STAGE_KEYS, type StageAction, stageAction, type StagePress } from '../../src/ui/stage/stageKeys.ts';

const press = (key: string, code: string, more: Partial<StagePress> = {}): StagePress => ({
  ...{ key, code, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false },
  ...more,
});

/** What the keys of some layouts send: action, `key`, `code`, whether with Shift. */
const LAYOUTS: Record<string, [StageAction, string, string, boolean?][]> = {
  'a clicker': [
    ['next', 'PageDown', 'PageDown'],
    ['previous', 'PageUp', 'PageUp'],
    ['start', 'F5', 'F5'],
    ['leave', 'Escape', 'Escape'],
    ['black', '.', 'Period'],
  ],
  'a clicker on French letters': [['black', ':', 'Period']],
  US: [
    ['help', '?', 'Slash', true],
    ['black', '/', 'Slash'],
    ['white', ',', 'Comma'],
    ['next', ' ', 'Space'],
    ['previous', ' ', 'Space', true],
    ['next', 'n', 'KeyN'],
    ['previous', 'P', 'KeyP'],
    ['last', 'ArrowRight', 'ArrowRight', true],
    ['first', 'ArrowLeft', 'ArrowLeft', true],
    ['last', 'L', 'KeyL', true],
    ['first', 'H', 'KeyH', true],
    ['next', 'j', 'KeyJ'],
    ['previous', 'k', 'KeyK'],
  ],
  German: [
    ['help', '?', 'Minus', true],
    ['black', '.', 'Period'],
    ['black', '/', 'Digit7', true],
    ['white', 'w', 'KeyW'],
  ],
  French: [
    ['help', '?', 'KeyM', true],
    ['black', '.', 'Comma', true],
    ['white', ',', 'KeyM'],
    ['white', 'w', 'KeyZ'],
  ],
  Japanese: [
    ['black', '。', 'Period'],
    ['black', 'る', 'Period'],
    ['white', '、', 'Comma'],
    ['next', '\u3000', 'Space'],
    ['previous', '\u3000', 'Space', true],
    ['next', 'み', 'KeyN'],
    ['overview', 'ら', 'KeyO'],
    ['black', 'Process', 'Period'],
    ['last', 'り', 'KeyL', true],
  ],
};

describe('the keys of the stage', () => {
  for (const [layout, keys] of Object.entries(LAYOUTS))
    it(`are where they should be: ${layout}`, () => {
      for (const [action, key, code, shiftKey = false] of keys)
        expect(stageAction(press(key, code, { shiftKey })), `${key} (${code})`).toBe(action);
    });

  it('leave the keys of the browser alone', () => {
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey', 'isComposing'] as const)
      for (const [key, code] of [
        ['F5', 'F5'],
        ['ArrowLeft', 'ArrowLeft'],
        ['p', 'KeyP'],
        [' ', 'Space'],
      ] as const)
        expect(stageAction(press(key, code, { [modifier]: true })), `${modifier} ${key}`).toBeUndefined();
    for (const [key, code] of [
      ['Tab', 'Tab'],
      ['Enter', 'Enter'],
      ['z', 'KeyZ'],
      ['w', 'KeyZ'],
      ['constructor', ''],
    ] as const)
      expect(stageAction(press(key, code)), key).toBe(key === 'w' ? 'white' : undefined);
  });

  it('are all in the help, each with its sentence', () => {
    const listed = new Set(STAGE_KEYS.map(({ action }) => action));
    const all = Object.values(LAYOUTS).flatMap((keys) => keys.map(([action]) => action));
    for (const action of all) expect(listed).toContain(action);
    for (const action of listed) expect(english).toHaveProperty([`stage.key.${action}`]);
  });
});
