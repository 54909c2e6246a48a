import { safeText } from './safeText.ts';

/** One thing that is wrong with a document: where, what was found, what was expected. */
export interface DocumentError {
  /** Like `halls[2].centre[0]`; empty for the document itself. */
  path: string;
  found: string;
  expected: string;
}

/** Most errors that are told. */
export const MOST_ERRORS = 20;

export type Key = string | number;
export type Keys = readonly Key[];

/** Longest key and longest text that are told whole, characters. */
const LONGEST_KEY = 64;
const LONGEST_TEXT = 60;

/** Text that is told, whole or cut, never in the middle of a character; safe to show. */
function told(text: string, most: number): string | undefined {
  return safeText(
    text.length > most ? `${text.slice(0, most - 3).replace(/[\ud800-\udbff]$/, '')}...` : text,
  );
}

/** A path as a person writes it. */
export function pathOf(keys: Keys): string {
  return keys
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${told(key, LONGEST_KEY) ?? '?'}`,
    )
    .join('');
}

/** A number as a person writes it: whole, or to six digits. */
export function rounded(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

/** Metres to the millimetre. */
export function metres(value: number): string {
  return `${rounded(Math.round(value * 1000) / 1000)} m`;
}

/** A value in a few plain words; long text is cut. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') {
    const text = value === '' ? '' : told(value, LONGEST_TEXT);
    if (text === undefined) return 'text that cannot be shown';
    return `the text "${text}"${value.length > LONGEST_TEXT ? ` of ${value.length} characters` : ''}`;
  }
  if (typeof value === 'number') return Number.isNaN(value) ? 'not a number' : rounded(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Collects errors, no more than are told. */
export class ErrorList {
  readonly errors: DocumentError[] = [];

  get full(): boolean {
    return this.errors.length >= MOST_ERRORS;
  }

  /** `found` is a value, or words in `words`. */
  add(keys: Keys, found: unknown, expected: string, words = describe(found)): void {
    if (!this.full) this.errors.push({ path: pathOf(keys), found: words, expected });
  }

  /** A length in metres between two limits; `what` says of what, with its article. */
  length(keys: Keys, value: number, least: number, most: number, what: string): void {
    if (!(value >= least && value <= most))
      this.add(keys, value, `${what} of ${rounded(least)} to ${rounded(most)} m`, metres(value));
  }

  /** A count that is worked out, and the most of it. */
  most(keys: Keys, count: number, limit: number, what: string): void {
    if (!(count <= limit))
      this.add(keys, count, `at most ${limit} ${what}`, `${rounded(Math.ceil(count))} ${what}`);
  }
}
