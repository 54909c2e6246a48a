// Checks the codes that remotes give, and slows down whoever guesses.
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that nobody takes for one another. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 6;

/** Milliseconds that an address has to wait after its first wrong code, doubled by each further one, and at most. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 60_000;
/** Wrong codes of all addresses together until all have to wait, and the longest that they do, in milliseconds. */
const FREE_OF_ALL = 10;
const LONGEST_FOR_ALL = 5_000;
/** Milliseconds without a wrong code after which it is forgotten. */
const FORGET = 600_000;
/** Addresses that are remembered at most. */
const MOST_ADDRESSES = 1000;

/** A new code: six letters and digits, about 890 million possible ones. */
export const newCode = () =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A code as it was typed, without spaces, hyphens and capitals. */
const plain = (code) => code.toLowerCase().replace(/[\s-]/g, '');
const hash = (text) => createHash('sha256').update(text).digest();

const wait = (failures, longest) => Math.min(FIRST_WAIT * 2 ** (failures - 1), longest);

/**
 * Answers `{ verdict, waitMs }` for a code from an address: `right`, `wrong`, or `wait` during a wait, when no code is looked at. An address that has given the right code
 * before does not wait for the wrong codes of others, so that nobody can lock out a remote that is in use.
 * @param {string} code
 * @param {() => number} [now] milliseconds
 */
export function createGate(code, now = Date.now) {
  const wanted = hash(plain(code));
  /** @type {Map<string, { failures: number, last: number, until: number }>} */
  const addresses = new Map();
  const known = new Set();
  const all = { failures: 0, last: 0, until: 0 };

  function fail(record, time, longest, free = 0) {
    if (time - record.last > FORGET) record.failures = 0;
    record.failures++;
    record.last = time;
    if (record.failures > free) record.until = time + wait(record.failures - free, longest);
  }
  return function check(address, given) {
    const time = now();
    const own = addresses.get(address) ?? { failures: 0, last: 0, until: 0 };
    const until = Math.max(own.until, known.has(address) ? 0 : all.until);
    if (until > time) return { verdict: 'wait', waitMs: until - time };
    if (timingSafeEqual(hash(plain(given)), wanted)) {
      addresses.delete(address);
      known.add(address);
      return { verdict: 'right', waitMs: 0 };
    }
    fail(own, time, LONGEST_WAIT);
    fail(all, time, LONGEST_FOR_ALL, FREE_OF_ALL);
    addresses.delete(address);
    addresses.set(address, own);
    if (addresses.size > MOST_ADDRESSES) addresses.delete(addresses.keys().next().value);
    return { verdict: 'wrong', waitMs: own.until - time };
  };
}
