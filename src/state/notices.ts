import type { StoreApi } from 'zustand/vanilla';
import type { Message } from './choice.ts';

/** A message on screen: a problem stays until it is dismissed, a success for a while. */
export interface Notice extends Required<Message> {
  id: number;
}

/** Key of the notice that a part of the picture could not be loaded. */
export const MISSING = 'notice.missing';
/** Most notices at once; older ones are dropped. */
const MOST_NOTICES = 16;

/** All that is done with the messages on screen. */
export interface Notices {
  notify(...messages: Message[]): void;
  dismiss(id: number): void;
  /** Says that a part of the picture could not be loaded ({@link MISSING}). Returns a function that takes it back. */
  miss(): () => void;
}

/** Keeps the messages on screen in a store. */
export function noticesIn(
  store: Pick<StoreApi<{ notices: readonly Notice[] }>, 'getState' | 'setState'>,
): Notices {
  let lastId = 0;
  const shown = () => store.getState().notices;
  const notices: Notices = {
    notify(...messages) {
      const added = messages.map((message) => ({ kind: 'problem' as const, ...message, id: ++lastId }));
      // A new success replaces an earlier one.
      const succeeds = added.some(({ kind }) => kind === 'success');
      const kept = shown().filter(({ kind }) => !succeeds || kind !== 'success');
      store.setState({ notices: [...kept, ...added].slice(-MOST_NOTICES) });
    },
    dismiss: (id) => store.setState({ notices: shown().filter((notice) => notice.id !== id) }),
    miss() {
      const said = () => shown().find(({ key }) => key === MISSING);
      if (!said()) notices.notify({ key: MISSING, values: {} });
      return () => notices.dismiss(said()?.id ?? 0);
    },
  };
  return notices;
}
