import type { ErrorList, Key } from './checkErrors.ts';
import { safeText } from './safeText.ts';

/** Deepest nesting, longest list, most keys of an object, and most values in all. */
const DEEPEST = 16;
const LONGEST_LIST = 2000;
const MOST_KEYS = 1000;
const MOST_VALUES = 60_000;

/** Whether every object inherits a property of this name; the schema's check would drop such a key without an error. */
const isInherited = (key: string) => key in Object.prototype || key === 'prototype';

/** The first check: no inherited names as keys, and no list, nesting or number of values that later checks could not go through in time. */
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
        errors.tell(keys, `${names.length} keys`, `at most ${MOST_KEYS} keys`);
        return;
      }
      for (const key of names) {
        keys.push(Array.isArray(at) ? Number(key) : key);
        if (isInherited(key)) errors.tell(keys, `the key ${key}`, 'no key of this name');
        else look((at as Record<string, unknown>)[key]);
        keys.pop();
      }
    }
  };
  look(value);
  errors.most([], values, MOST_VALUES, 'values in all');
}

/** Printable ASCII, which is always safe. */
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
        errors.tell(keys, 'text that cannot be shown', 'text that can be seen, without control characters');
      else (value as Record<string, unknown>)[key] = safe;
    }
    keys.pop();
  }
}
