import { describe, expect, it } from 'vitest';
import { createKeptStories } from '../../src/state/keptStories.ts';
import type { Draft } from '../../src/stories/draft.ts';

const draft = (id: string): Draft => ({ schemaVersion: 1, id, title: '', steps: [] });

/** Storage of at most so many characters. */
function storage(most = 1000): Storage {
  const held = new Map<string, string>([
    ['rackfield.story.x', '{}'],
    ['other', 'x'],
    ['rackfield.story.9', 'no JSON'],
  ]);
  return {
    get length() {
      return held.size;
    },
    key: (at: number) => [...held.keys()][at] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > most) throw new Error('full');
      held.set(key, value);
    },
    removeItem: (key: string) => void held.delete(key),
    clear: () => held.clear(),
  };
}

describe('stories of one’s own', () => {
  it('are there again after a reload, in their order, and gone once they are removed', () => {
    const store = storage();
    const kept = createKeptStories(() => store);
    const keys = ['a', 'b', 'c'].map((id) => kept.put(draft(id)));
    kept.put(draft('a2'), keys[0]!);
    kept.remove(keys[1]!);
    const again = createKeptStories(() => store);
    expect(again.all()).toEqual(kept.all());
    expect(again.all().map(({ draft: { id } }) => id)).toEqual(['a2', 'c']);
    expect(again.isLasting()).toBe(true);
    expect(again.put(draft('d'))).not.toBe(keys[2]);
  });

  it('of two windows never take each other’s place', () => {
    const store = storage();
    const [one, other] = [createKeptStories(() => store), createKeptStories(() => store)];
    const keys = [one.put(draft('a')), other.put(draft('b')), one.put(draft('c'))];
    expect(new Set(keys).size).toBe(3);
    expect(createKeptStories(() => store).all()).toHaveLength(3);
  });

  it('are read again as another window has changed them, and stay where that has removed them', () => {
    const store = storage();
    const one = createKeptStories(() => store);
    const key = one.put(draft('a'));
    const other = createKeptStories(() => store);
    other.put(draft('b'), key);
    expect(one.all()).toEqual([{ key, draft: draft('a') }]);
    expect(one.reread(key)).toEqual(draft('b'));
    other.remove(key);
    expect(one.reread(key)).toBeUndefined();
    expect(one.all()).toEqual([{ key, draft: draft('b') }]);
  });

  it('live as long as the page where there is no storage or it is full, and say so', () => {
    const none = createKeptStories(() => {
      throw new Error('denied');
    });
    for (const kept of [none, createKeptStories(() => storage(10))]) {
      const key = kept.put(draft('a'));
      expect(kept.all()).toEqual([{ key, draft: draft('a') }]);
      expect(kept.isLasting()).toBe(false);
      kept.remove(key);
      expect(kept.isLasting()).toBe(true);
    }
  });
});
