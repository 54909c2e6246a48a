/** Changes to a story that is being written; each answers another value and leaves the given one as it was. */
import { type Draft, type DraftStep, freeId, idOf } from './draft.ts';

/** A story and the step of it that is worked on; -1 while there is none. */
export interface Editing {
  readonly draft: Draft;
  readonly index: number;
}

/** The keys of a step that say what its picture shows. */
const PICTURE = 'view camera gpu campus config curve date from look overlay roof compare'.split(' ');

const stepIds = ({ steps }: Draft) => steps.map(({ id }) => id);

/** The same with an index that the draft has. */
export const chosenStep = ({ draft, index }: Editing): Editing => {
  const last = draft.steps.length - 1;
  return { draft, index: Math.min(Math.max(index, Math.min(0, last)), last) };
};

const withSteps = ({ draft, index }: Editing, steps: readonly DraftStep[], at = index): Editing =>
  chosenStep({ draft: { ...draft, steps }, index: at });

/** The id that goes with a title: another one while it was made of the title before. */
function idFor(
  title: string,
  before: { id: string; title: string },
  usual: string,
  taken: readonly string[],
) {
  const made = idOf(before.title) || usual;
  const isOwn = before.id !== '' && before.id.replace(/-\d+$/, '') !== made && before.id !== made;
  return isOwn ? before.id : freeId(idOf(title) || usual, taken);
}

/** Another title, and id where that was made of the title; `taken` are ids of other stories. */
export function withTitle({ draft, index }: Editing, title: string, taken: readonly string[]): Editing {
  return { draft: { ...draft, title, id: idFor(title, draft, 'story', taken) }, index };
}

/** Another value of a key of the present step; undefined leaves the key out. A title changes the id where that was made of it. */
export function withKey(editing: Editing, key: string, value: unknown): Editing {
  const { draft, index } = editing;
  const step = draft.steps[index];
  if (!step) return editing;
  const entries = Object.entries({ ...step, [key]: value });
  const next = Object.fromEntries(entries.filter(([, each]) => each !== undefined)) as unknown as DraftStep;
  const others = stepIds(draft).filter((_id, at) => at !== index);
  const id = key === 'title' ? idFor(String(value), step, 'step', others) : next.id;
  return withSteps(editing, draft.steps.with(index, { ...next, id }));
}

/** A further step with this picture, after the present one. */
export function withStep(editing: Editing, picture: object): Editing {
  const { draft, index } = editing;
  const step = { id: freeId('step', stepIds(draft)), title: '', text: '', ...picture };
  return withSteps(editing, draft.steps.toSpliced(index + 1, 0, step), index + 1);
}

/** Another picture of the present step; its words stay. */
export function withPicture(editing: Editing, picture: object): Editing {
  const { draft, index } = editing;
  const step = draft.steps[index];
  if (!step) return editing;
  const words = Object.entries(step).filter(([key]) => !PICTURE.includes(key));
  const next = { ...Object.fromEntries(words), ...picture } as unknown as DraftStep;
  return withSteps(editing, draft.steps.with(index, next));
}

/** The present step once more, after itself. */
export function withCopy(editing: Editing): Editing {
  const { draft, index } = editing;
  const step = draft.steps[index];
  if (!step) return editing;
  const copy = { ...step, id: freeId(step.id, stepIds(draft)) };
  return withSteps(editing, draft.steps.toSpliced(index + 1, 0, copy), index + 1);
}

/** The story without the present step. */
export function withoutStep(editing: Editing): Editing {
  const { draft, index } = editing;
  return draft.steps[index] ? withSteps(editing, draft.steps.toSpliced(index, 1)) : editing;
}

/** The present step some places later, or earlier where `by` is negative. */
export function moved(editing: Editing, by: number): Editing {
  const { draft, index } = editing;
  const step = draft.steps[index];
  const to = index + by;
  if (!step || !draft.steps[to]) return editing;
  return withSteps(editing, draft.steps.toSpliced(index, 1).toSpliced(to, 0, step), to);
}

/** What can be taken back. */
export interface EditHistory {
  now(): Editing;
  /** Goes on with a change; those in a row with equal labels are taken back together. */
  put(next: Editing, label?: string): void;
  /** Chooses another step, which is no change. */
  choose(index: number): void;
  canUndo(): boolean;
  undo(): void;
}

/** Most changes that can be taken back. */
const MOST_CHANGES = 200;

export function createEditHistory(first: Editing): EditHistory {
  let now = first;
  let last: string | undefined;
  const before: Editing[] = [];
  return {
    now: () => now,
    put(next, label) {
      if (next === now) return;
      if (label === undefined || label !== last) before.push(now);
      if (before.length > MOST_CHANGES) before.shift();
      last = label;
      now = next;
    },
    choose(index) {
      now = { ...now, index };
      last = undefined;
    },
    canUndo: () => before.length > 0,
    undo() {
      now = before.pop() ?? now;
      last = undefined;
    },
  };
}
