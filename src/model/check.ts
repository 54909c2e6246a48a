/** Checks untrusted site documents. It brings the checker library and all sources, so load it lazily, only where it is needed. */
import * as v from 'valibot';
import { type DocumentError, describe, ErrorList, MOST_ERRORS, pathOf } from './checkErrors.ts';
import { checkCatalogue } from './checkCatalogue.ts';
import { checkCounts } from './checkCounts.ts';
import { checkGeometry, checkGround } from './checkGeometry.ts';
import { checkShape, cleanText } from './checkInput.ts';
import { checkDates, checkReferences } from './checkReferences.ts';
import { checkSizes } from './checkSizes.ts';
import { type SiteDocument, siteSchema } from './schema.ts';
import { MOST_BYTES } from './site.ts';

export type { DocumentError } from './checkErrors.ts';
export { siteSchema } from './schema.ts';
export { MOST_BYTES };

/** Number of issues after which the schema's check stops, to bound its time. */
const MOST_ISSUES = 4000;

type CheckedSite = { ok: true; document: SiteDocument } | { ok: false; errors: DocumentError[] };

/**
 * Checks a value against the schema, then its references, figures, dates, sizes, counts and geometry, in at most 0.2 s.
 * `bytes` is the size of the file that it came from, if any. Never throws; the returned document is a copy whose text is safe
 * to show.
 */
export function checkSite(value: unknown, bytes = sizeOf(value)): CheckedSite {
  if (!(bytes <= MOST_BYTES)) {
    const found = Number.isFinite(bytes) ? `${bytes} bytes` : 'a value that cannot be written as JSON';
    return { ok: false, errors: [{ path: '', found, expected: `at most ${MOST_BYTES} bytes of JSON` }] };
  }
  const errors = new ErrorList();
  checkShape(value, errors);
  if (errors.errors.length > 0) return { ok: false, errors: errors.errors };
  const result = parse(value);
  if (!result.success) {
    for (const issue of result.issues.slice(0, MOST_ERRORS)) errors.put(errorOf(issue));
    // Also what does not depend on the schema, as far as it can be read.
    try {
      checkReferences(value as SiteDocument, errors);
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
    }
    return { ok: false, errors: errors.errors };
  }
  const document = result.output;
  // These do not rely on each other, so their errors come together.
  for (const step of [cleanText, checkReferences, checkCatalogue, checkDates, checkSizes])
    step(document, errors);
  // Counts rely on all of them, and the places of racks and units on counts; the places of halls do without.
  const isSound = errors.errors.length === 0;
  if (isSound) checkCounts(document, errors);
  if (!isSound || errors.errors.length === 0) checkGround(document, errors);
  if (errors.errors.length === 0) checkGeometry(document, errors);
  return errors.errors.length === 0 ? { ok: true, document } : { ok: false, errors: errors.errors };
}

/** The schema's check; with more than `MOST_ISSUES` issues it reports only the first. */
function parse(value: unknown) {
  let issues = 0;
  const message = () => {
    issues++;
    if (issues > MOST_ISSUES) throw message;
    return '';
  };
  try {
    return v.safeParse(siteSchema, value, { message });
  } catch (thrown) {
    if (thrown !== message) throw thrown;
    return v.safeParse(siteSchema, value, { abortEarly: true });
  }
}

/** Bytes of a value as JSON; Infinity if it cannot be written as JSON. */
function sizeOf(value: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(value) ?? '').length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** A schema issue in plain words. */
function errorOf(issue: v.BaseIssue<unknown>, above: readonly (string | number)[] = []): DocumentError {
  const keys = [...above, ...(issue.path ?? []).map((item) => item.key as string | number)];
  // The schema's only union is a run of racks, with two or three entries: report the issue for the number of entries given.
  if (issue.type === 'union' && issue.issues && Array.isArray(issue.input))
    return errorOf(issue.issues.at(issue.input.length > 2 ? -1 : 0)!, keys);
  return { path: pathOf(keys), found: describe(issue.input), expected: expectedOf(issue) };
}

const PATTERNS: readonly [RegExp, string][] = [
  [/\(19\|20\|21\).*\?\$$/, 'a year, month or day such as 2024-09'],
  [/^\/?\^\(19\|20\|21\)/, 'a date such as 2024-09-02'],
  [/a-z0-9\.-/, 'an id: up to 64 of a to z, 0 to 9, full stop and hyphen'],
  [/https/, 'an address that starts with https://'],
  [/d\{4\}/, 'a year, month or day such as 2024-09'],
];

/** What a value of these types of the schema should be. */
const WORDS: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  union: 'a list',
  array: 'a list',
  record: 'an object',
};

function expectedOf(issue: v.BaseIssue<unknown>): string {
  const { type, expected } = issue;
  const requirement = issue.requirement as unknown;
  const isList = Array.isArray(issue.input);
  switch (type) {
    case 'regex': {
      const source = String((requirement as RegExp).source);
      return PATTERNS.find(([pattern]) => pattern.test(source))?.[1] ?? `text like ${source}`;
    }
    case 'min_value':
      return `a number of at least ${requirement}`;
    case 'max_value':
      return `a number of at most ${requirement}`;
    case 'min_length':
      return isList ? `a list of at least ${requirement}` : `text of at least ${requirement} character`;
    case 'max_length':
      return isList ? `a list of at most ${requirement}` : `text of at most ${requirement} characters`;
    case 'picklist':
    case 'variant':
    case 'literal': {
      if (expected === 'Object') return 'an object';
      const choices = (expected ?? '').replaceAll(/[()]/g, '').split(' | ');
      return choices.length > 1 ? `one of ${choices.join(', ')}` : choices[0]!;
    }
    case 'strict_tuple':
      return expected === 'never' ? 'no further entry' : 'a list';
    case 'strict_object':
      if (expected === 'never') return 'no key of this name';
      return expected === 'Object' ? 'an object' : 'this key, which is missing';
    default:
      return WORDS[type] ?? expected ?? 'something else';
  }
}
