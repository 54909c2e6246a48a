/** One thing that is wrong with a document: where, what was found, what was expected. */
export interface DocumentError {
  /** Like `halls[2].centre[0]`; empty for the document itself. */
  path: string;
  found: string;
  expected: string;
}

/** Most errors that are told. */
export const MOST_ERRORS = 20;

type Key = string | number;

/** A path as a person writes it. */
export function pathOf(keys: readonly Key[]): string {
  return keys
    .map((key, index) =>
      typeof key === 'number'
        ? `[${key}]`
        : `${index > 0 ? '.' : ''}${key.length > 64 ? `${key.slice(0, 61)}...` : key}`,
    )
    .join('');
}

/** A value in a few plain words; long text is cut. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string')
    return value.length > 60
      ? `the text "${value.slice(0, 40)}..." of ${value.length} characters`
      : `the text "${value}"`;
  if (typeof value === 'number') return Number.isNaN(value) ? 'not a number' : String(value);
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

  add(keys: readonly Key[], found: unknown, expected: string, words = describe(found)): void {
    if (!this.full) this.errors.push({ path: pathOf(keys), found: words, expected });
  }
}
