/** Checks values against a schema and says in plain words what is wrong. It brings the checker library, so load it lazily. */
import * as v from 'valibot';
import { type DocumentError, describe, pathOf } from './checkErrors.ts';

/** Number of issues after which the schema's check stops, to bound its time. */
const MOST_ISSUES = 4000;

/** The schema's check; with more than `MOST_ISSUES` issues it reports only the first. */
export function parseWith<const S extends v.GenericSchema>(schema: S, value: unknown) {
  let issues = 0;
  const message = () => {
    issues++;
    if (issues > MOST_ISSUES) throw message;
    return '';
  };
  try {
    return v.safeParse(schema, value, { message });
  } catch (thrown) {
    if (thrown !== message) throw thrown;
    return v.safeParse(schema, value, { abortEarly: true });
  }
}

/** A schema issue in plain words. */
export function errorOf(
  issue: v.BaseIssue<unknown>,
  above: readonly (string | number)[] = [],
): DocumentError {
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
