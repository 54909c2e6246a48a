import { type Draft, readDraft } from '../stories/draft.ts';

/** A story of the viewer's own, which may be incomplete. */
export interface KeptStory {
  /** What it is kept under; ids change while they are typed. */
  key: string;
  draft: Draft;
}

/** The viewer's own stories. */
export interface KeptStories {
  /** In the order in which they were begun. */
  all(): readonly KeptStory[];
  /** Keeps a new story, or the present state of the one with the key. Answers its key. */
  put(draft: Draft, key?: string): string;
  remove(key: string): void;
  /** Reads a story again, which another window may have changed. Answers undefined, and keeps what is here, where the storage has none. */
  reread(key: string): Draft | undefined;
  /** Whether all that is here outlives the page. */
  isLasting(): boolean;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'rackfield.story.';
const KEY = /^rackfield\.story\.\d+$/;
const numberOf = (key: string) => Number(key.slice(PREFIX.length));

/** Reads the viewer's own stories from the browser's storage and keeps them there; without it, or where it is full, for as long as the page lives. */
export function createKeptStories(open: () => Store): KeptStories {
  const stories = new Map<string, Draft>();
  const failed = new Set<string>();
  let store: Store | undefined;
  /** The keys of all stories that the storage has now, those of other windows too. */
  const stored = () =>
    Array.from({ length: store?.length ?? 0 }, (_, at) => store?.key(at) ?? '').filter((key) =>
      KEY.test(key),
    );
  try {
    store = open();
    for (const key of stored()) {
      const draft = parsed(store.getItem(key));
      if (draft) stories.set(key, draft);
    }
  } catch {
    // Sandboxed pages have no storage.
  }
  function freeKey() {
    const numbers = [...stories.keys(), ...stored()].map(numberOf);
    return `${PREFIX}${Math.max(0, ...numbers) + 1}`;
  }
  return {
    all: () =>
      [...stories].map(([key, draft]) => ({ key, draft })).sort((a, b) => numberOf(a.key) - numberOf(b.key)),
    put(draft, key = freeKey()) {
      stories.set(key, draft);
      try {
        if (!store) throw new Error('There is no storage');
        store.setItem(key, JSON.stringify(draft));
        failed.delete(key);
      } catch {
        failed.add(key);
      }
      return key;
    },
    remove(key) {
      stories.delete(key);
      failed.delete(key);
      try {
        store?.removeItem(key);
      } catch {
        // Storage that refuses has nothing to remove.
      }
    },
    reread(key) {
      let draft: Draft | undefined;
      try {
        draft = parsed(store?.getItem(key) ?? null);
      } catch {
        // Storage that refuses has nothing to read.
      }
      if (draft) stories.set(key, draft);
      return draft;
    },
    isLasting: () => failed.size === 0,
  };
}

function parsed(text: string | null): Draft | undefined {
  try {
    return readDraft(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}
