/** Makes drafts presentable. It brings the checker library, so load it lazily. */
import { checkStory } from './checkStory.ts';
import { type Draft, freeId, LENGTHS } from './draft.ts';
import type { Story } from './storySchema.ts';

/** Rounds of the check after which a draft is given up; each mends up to 20 faults. */
const MOST_ROUNDS = 400;
/** Stands where a text is still to be written. */
const BLANK = '…';
const STEP = /^steps\[(\d+)\]\.([\w$]+)/;

/** A draft as a story that can be told: what is wrong is left out, and missing texts are an ellipsis. Undefined where it has no steps. */
export function mended(draft: Draft): Story | undefined {
  const copy = structuredClone(draft) as unknown as Record<string, unknown> & { steps: Keys[] };
  copy.steps.length = Math.min(copy.steps.length, 200);
  if (copy.steps.length === 0) return undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const checked = checkStory(copy);
    if (checked.ok) return checked.story;
    for (const { path } of checked.errors) {
      const [, index = '', key = ''] = STEP.exec(path) ?? [];
      if (key)
        mend(copy.steps[Number(index)]!, key, () => freeId(`step-${Number(index) + 1}`, ids(copy.steps)));
      else mend(copy, path.split(/[.[]/)[0]!, () => 'story');
    }
  }
  return undefined;
}

type Keys = Record<string, unknown>;

const ids = (steps: readonly Keys[]) => steps.map(({ id }) => String(id));

function mend(owner: Keys, key: string, newId: () => string): void {
  if (key === 'id') owner.id = newId();
  else if (key === 'title' || key === 'text') {
    const cut = String(owner[key])
      .slice(0, LENGTHS[key])
      .replace(/[\ud800-\udbff]$/, '');
    owner[key] = cut === owner[key] || cut === '' ? BLANK : cut;
  } else if (key === 'date' && owner.from !== undefined && owner.date === undefined) delete owner.from;
  else delete owner[key];
}
