import { keepInTab, keptInTab } from '../page/tabStorage.ts';

/** Key of the id that a stage shares with its speaker's window, in the storage of the stage's window. */
const PAIR = 'rackfield.pair';
const ID = /^[0-9a-f]{16}$/;
/** Start of the part of the address after the # that makes a stage's page the speaker's window. */
const HASH = '#speaker=';

/** Makes the id of a stage and its speaker's window. */
export const newPair = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

export const hashOf = (pair: string): string => HASH + pair;

/** The pair that an address belongs to as the speaker's window; undefined for a stage. */
export function pairIn(hash: string): string | undefined {
  const id = hash.startsWith(HASH) ? hash.slice(HASH.length) : '';
  return ID.test(id) ? id : undefined;
}

/** The pair of this stage before the page was loaded again; undefined where no speaker's window was opened. */
export function rememberedPair(): string | undefined {
  const id = keptInTab(PAIR) ?? '';
  return ID.test(id) ? id : undefined;
}

/** Remembers the pair of this stage. */
export const rememberPair = (pair: string): void => keepInTab(PAIR, pair);
