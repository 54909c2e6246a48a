import type { ErrorList, Key } from './checkErrors.ts';
import { safeText } from './safeText.ts';

/** Deepest nesting that is followed, and the longest list of the schema. */
const DEEPEST = 16;
const LONGEST_LIST = 2000;
const MOST_KEYS = 1000;
const MOST_VALUES = 60_000;

/** Names that every object inherits: a checker would take such a key for known, and drop it. */
const isInherited = (key: string) => key in Object.prototype || key === 'prototype';

/**
 * Looks through a value before anything else does: no inherited names as keys, no endless lists, no bottomless nesting, no more values
 * than a check can go through at once.
 */
export function checkShape(value: unknown, errors: ErrorList): void {
  const keys: Key[] = [];
  let values = 0;
  const look = (at: unknown) => {
    values++;
    if (typeof at !== 'object' || at === null || errors.full || values > MOST_VALUES) return;
    if (keys.length > DEEPEST) errors.add(keys, at, `at most ${DEEPEST} levels`);
    else if (Array.isArray(at) && at.length > LONGEST_LIST)
      errors.add(keys, at, `a list of at most ${LONGEST_LIST}`);
    else {
      const names = Object.keys(at);
      if (!Array.isArray(at) && names.length > MOST_KEYS) {
        errors.add(keys, at, `at most ${MOST_KEYS} keys`, `${names.length} keys`);
        return;
      }
      for (const key of names) {
        keys.push(Array.isArray(at) ? Number(key) : key);
        if (isInherited(key)) errors.add(keys, at, 'no key of this name', `the key ${key}`);
        else look((at as Record<string, unknown>)[key]);
        keys.pop();
      }
    }
  };
  look(value);
  errors.most([], values, MOST_VALUES, 'values in all');
}

/** Text that is safe as it is. */
const PLAIN = /^[ -~]+$/;

/** Makes all text of a checked document safe, in place; see {@link safeText}. */
export function cleanText(value: object, errors: ErrorList, keys: Key[] = []): void {
  for (const key of Object.keys(value)) {
    const child = (value as Record<string, unknown>)[key];
    keys.push(Array.isArray(value) ? Number(key) : key);
    if (typeof child === 'object' && child !== null) cleanText(child, errors, keys);
    else if (typeof child === 'string' && !PLAIN.test(child)) {
      const safe = safeText(child);
      if (safe === undefined)
        errors.add(
          keys,
          child,
          'text that can be seen, without control characters',
          'text that cannot be shown',
        );
      else (value as Record<string, unknown>)[key] = safe;
    }
    keys.pop();
  }
}
