/** What is wrong with a story that is being written. It brings the checker library, so load it lazily. */
import { describe, type DocumentError } from '../model/checkErrors.ts';
import { checkStory } from './checkStory.ts';
import type { Draft } from './draft.ts';

const errorsOf = (draft: Draft) => {
  const checked = checkStory(draft);
  return checked.ok ? [] : checked.errors;
};

/** Whether an error is only that something is still to be written. */
export const isMissing = ({ found }: DocumentError): boolean =>
  found === 'the text ""' || found === 'a list of 0';

/** All that is wrong with a draft, missing texts too; `taken` are ids of other stories. At most 41 errors. */
export function faultsOf(draft: Draft, taken: readonly string[]): DocumentError[] {
  const { id, title, steps } = draft;
  // Dates and ids are checked once every text is there.
  const filled = {
    ...draft,
    title: title || '…',
    steps: steps.map((step) => ({ ...step, title: step.title || '…', text: step.text || '…' })),
  };
  const missing = errorsOf(draft).filter(isMissing);
  const others = errorsOf(filled).filter(({ path }) => !missing.some((each) => each.path === path));
  const expected = 'a short name that no other story has';
  const isTaken = taken.includes(id);
  return [...(isTaken ? [{ path: 'id', found: describe(id), expected }] : []), ...missing, ...others];
}
