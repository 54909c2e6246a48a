/** Checks untrusted story documents. It brings the checker library, so load it lazily, only where it is needed. */
import { type DocumentError, ErrorList, MOST_ERRORS } from '../model/checkErrors.ts';
import { checkShape, cleanText } from '../model/checkInput.ts';
import { isDate } from '../model/days.ts';
import { errorOf, parseWith } from '../model/schemaErrors.ts';
import { type Story, storySchema } from './storySchema.ts';

type CheckedStory = { ok: true; story: Story } | { ok: false; errors: DocumentError[] };

/**
 * Checks a value against the schema, then what the schema cannot say: ids, dates and keys that exclude each other. Never throws; the story
 * is a copy whose text is safe to show. Whether its site has the configurations, dates and figures it names is known once that is there.
 */
export function checkStory(value: unknown): CheckedStory {
  const errors = new ErrorList();
  checkShape(value, errors);
  if (errors.errors.length > 0) return { ok: false, errors: errors.errors };
  const result = parseWith(storySchema, value);
  if (!result.success) {
    for (const issue of result.issues.slice(0, MOST_ERRORS)) errors.put(errorOf(issue));
    return { ok: false, errors: errors.errors };
  }
  const story = result.output;
  cleanText(story, errors);
  checkSteps(story, errors);
  return errors.errors.length === 0 ? { ok: true, story } : { ok: false, errors: errors.errors };
}

function checkSteps({ steps }: Story, errors: ErrorList): void {
  const ids = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const keys = (key: string) => ['steps', index, key];
    if (ids.has(step.id)) errors.add(keys('id'), step.id, 'an id that no other step has');
    ids.add(step.id);
    for (const key of ['from', 'date'] as const)
      if (step[key] !== undefined && !isDate(step[key]))
        errors.add(keys(key), step[key], 'a date of the calendar');
    if (step.from !== undefined && step.date === undefined)
      errors.add(keys('date'), undefined, 'the date at which the growth from `from` ends');
    else if (step.from !== undefined && step.from > step.date!)
      errors.add(keys('from'), step.from, `a date not after ${step.date}`);
    if (step.camera && step.view) errors.add(keys('camera'), step.camera, 'no camera beside a view');
  }
}
