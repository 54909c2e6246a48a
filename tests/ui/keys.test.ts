import { describe, expect, it } from 'vitest';
import english from '../../assets/languages/en.explorer.json';
import {
  actionFor,
  arrowStep,
  capsOf,
  type KeyContext,
  type KeyPress,
  KEYS,
  printed,
} from '../../src/ui/keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...more,
});
const contexts: readonly KeyContext[] = ['picture', 'timeline', 'page'];

describe('the key table', () => {
  it('gives every key one meaning in every context', () => {
    for (const context of contexts) {
      const meanings = new Set<string>();
      for (const row of KEYS) {
        if (row.contexts && !row.contexts.includes(context)) continue;
        for (const key of row.keys)
          for (const shift of row.shift === undefined ? [false, true] : [row.shift]) {
            const meaning = `${shift ? 'Shift ' : ''}${key}`;
            expect(meanings, `${meaning} on the ${context}`).not.toContain(meaning);
            meanings.add(meaning);
            expect(actionFor(press(key, { shiftKey: shift }), context)).toBe(row.action);
          }
      }
      expect(meanings.size).toBeGreaterThan(20);
    }
  });

  it('has a word for every key that has one on a keyboard', () => {
    for (const row of KEYS)
      for (const cap of capsOf(row)) {
        const isWord = cap.length > 1 && !/^F\d$/.test(cap);
        const shown = printed(cap, (name) => {
          expect(english).toHaveProperty([`cap.${name}`]);
          return '';
        });
        expect(shown, cap).toBe(isWord ? '' : cap);
      }
  });

  it('has a sentence and key caps for every row', () => {
    for (const row of KEYS) {
      expect(english).toHaveProperty([`key.${row.action}`]);
      expect(capsOf(row).every((cap) => cap.length > 0)).toBe(true);
    }
  });

  it('gives the arrows to the 3D view there, and to time elsewhere', () => {
    expect(actionFor(press('ArrowLeft'), 'picture')).toBe('orbitLeft');
    expect(actionFor(press('ArrowLeft', { shiftKey: true }), 'picture')).toBe('panLeft');
    expect(actionFor(press('ArrowLeft'), 'timeline')).toBe('dayBack');
    expect(actionFor(press('ArrowRight', { shiftKey: true }), 'page')).toBe('monthForward');
    expect(actionFor(press('ArrowUp'), 'page')).toBeUndefined();
  });

  it('lets time run as the page is written, which the caps say, and leaves the picture its left and right', () => {
    const arrows = ['ArrowLeft', 'ArrowRight'] as const;
    for (const shiftKey of [false, true])
      for (const [key, other] of [arrows, arrows.toReversed()] as const) {
        const at = (pressed: string, context: KeyContext, direction: string) =>
          actionFor(press(pressed!, { shiftKey }), context, direction);
        for (const context of ['timeline', 'page'] as const)
          expect(at(key!, context, 'rtl')).toBe(at(other!, context, 'ltr'));
        expect(at(key!, 'picture', 'rtl')).toBe(at(key!, 'picture', 'ltr'));
      }
    for (const row of KEYS) {
      const [cap] = capsOf(row, 'rtl').slice(-1);
      const key = { '←': 'ArrowLeft', '→': 'ArrowRight' }[cap!];
      if (!key) continue;
      const context = row.contexts![0]!;
      expect(actionFor(press(key, { shiftKey: row.shift! }), context, 'rtl')).toBe(row.action);
    }
  });

  it('leaves shortcuts of the browser, unknown keys and composed text alone', () => {
    expect(actionFor(press('c', { ctrlKey: true }), 'page')).toBeUndefined();
    expect(actionFor(press('ArrowLeft', { altKey: true }), 'page')).toBeUndefined();
    expect(actionFor(press('f', { metaKey: true }), 'page')).toBeUndefined();
    expect(actionFor(press('r', { isComposing: true }), 'page')).toBeUndefined();
    for (const key of ['Tab', 'Enter', 'Escape', 'F5', 'x', 'Process', 'Dead'])
      expect(actionFor(press(key), 'page')).toBeUndefined();
  });

  it('repeats steps while a key is held, and nothing else', () => {
    expect(actionFor(press('ArrowRight', { repeat: true }), 'page')).toBe('dayForward');
    expect(actionFor(press(' ', { repeat: true }), 'page')).toBeUndefined();
    expect(actionFor(press('F', { shiftKey: true }), 'page')).toBe('fullscreen');
  });
});

describe('arrows along a range', () => {
  it('go on and back as the page is written, and up is always on', () => {
    const steps = (direction: string) =>
      ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home'].map((key) => arrowStep(key, direction));
    expect(steps('ltr')).toEqual([1, -1, 1, -1, 0]);
    expect(steps('rtl')).toEqual([-1, 1, 1, -1, 0]);
  });
});
