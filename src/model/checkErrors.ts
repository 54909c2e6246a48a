import { safeText } from './safeText.ts';

/** One thing that is wrong with a document: where, what was found, what was expected. */
export interface DocumentError {
  /** Like `halls[2].centre[0]`; empty for the document itself. */
  path: string;
  found: string;
  expected: string;
}

/** Most errors that are reported. */
export const MOST_ERRORS = 20;

export type Key = string | number;
export type Keys = readonly Key[];

/** Longest key and longest text that an error quotes whole, characters. */
const LONGEST_KEY = 64;
const LONGEST_TEXT = 60;

/** Text cut to at most `most` characters, never inside a surrogate pair, and safe to show. */
function quoted(text: string, most: number): string | undefined {
  return safeText(
    text.length > most ? `${text.slice(0, most - 3).replace(/[\ud800-\udbff]$/, '')}...` : text,
  );
}

/** A path such as `halls[2].centre[0]`. */
export function pathOf(keys: Keys): string {
  return keys
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${quoted(key, LONGEST_KEY) ?? '?'}`,
    )
    .join('');
}

/** A number as text: whole numbers in full, others to six digits. */
export function rounded(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}

/** A length as text, metres, rounded to the millimetre. */
export function metres(value: number): string {
  return `${rounded(Math.round(value * 1000) / 1000)} m`;
}

/** A value in a few plain words; long text is cut. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') {
    const text = value === '' ? '' : quoted(value, LONGEST_TEXT);
    if (text === undefined) return 'text that cannot be shown';
    return `the text "${text}"${value.length > LONGEST_TEXT ? ` of ${value.length} characters` : ''}`;
  }
  if (typeof value === 'number') return Number.isNaN(value) ? 'not a number' : rounded(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Collects errors, at most `MOST_ERRORS`. */
export class ErrorList {
  readonly errors: DocumentError[] = [];

  get full(): boolean {
    return this.errors.length >= MOST_ERRORS;
  }

  /** Adds an error, unless its path has one; `found` says in words what was found. */
  tell(keys: Keys, found: string, expected: string): void {
    this.put({ path: pathOf(keys), found, expected });
  }

  /** Adds an error that is written already, unless its path has one. */
  put(error: DocumentError): void {
    if (!this.full && !this.errors.some(({ path }) => path === error.path)) this.errors.push(error);
  }

  /** Adds an error about a value. */
  add(keys: Keys, value: unknown, expected: string): void {
    this.tell(keys, describe(value), expected);
  }

  /** Adds an error if a count exceeds its limit. */
  most(keys: Keys, count: number, limit: number, what: string): void {
    if (!(count <= limit))
      this.tell(keys, `${rounded(Math.ceil(count))} ${what}`, `at most ${limit} ${what}`);
  }
}
