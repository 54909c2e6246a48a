import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStory } from '../../src/stories/checkStory.ts';
import {
  createEditHistory,
  type Editing,
  moved,
  withCopy,
  withKey,
  withoutStep,
  withPicture,
  withStep,
  withTitle,
} from '../../src/stories/editing.ts';
import { pictureOf } from '../../src/stories/pictureOf.ts';

const SEED = 20_261_127;
const law = (property: fc.IProperty<unknown>) => fc.assert(property, { seed: SEED, numRuns: 300 });

const nothing: Editing = { draft: { schemaVersion: 1, id: 'story', title: '', steps: [] }, index: -1 };
const words = fc.constantFrom('One', 'Two', '日本', 'Day 122', 'day-122', '');

type Change = readonly [name: string, (editing: Editing) => Editing];
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant(['add', (editing) => withStep(editing, { view: 'hall' })] as Change),
  fc.constant(['copy', withCopy] as Change),
  fc.constant(['remove', withoutStep] as Change),
  fc.integer({ min: -3, max: 3 }).map((by): Change => ['move', (editing) => moved(editing, by)]),
  words.map((title): Change => ['title', (editing) => withKey(editing, 'title', title)]),
  words.map((title): Change => ['story', (editing) => withTitle(editing, title, ['one', 'two'])]),
  fc.constant(['picture', (editing) => withPicture(editing, { view: 'rack', gpu: 7 })] as Change),
);
const changes = fc.array(change, { maxLength: 30 });
const after = (list: readonly Change[]) => list.reduce((editing, [, act]) => act(editing), nothing);

describe(`writing a story (seed ${SEED})`, () => {
  it('always leaves ids that differ and are sound, and a step to work on', () => {
    law(
      fc.property(changes, (list) => {
        const { draft, index } = after(list);
        const ids = draft.steps.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(['one', 'two']).not.toContain(draft.id);
        expect(index).toBeGreaterThanOrEqual(Math.min(0, ids.length - 1));
        expect(index).toBeLessThan(ids.length || 1);
        const whole = {
          ...draft,
          title: 'T',
          steps: draft.steps.map((step) => ({ ...step, title: 'T', text: 'T' })),
        };
        if (ids.length > 0) expect(checkStory(whole)).toMatchObject({ ok: true });
      }),
    );
  });

  it('takes every change back, one by one, to the very beginning', () => {
    law(
      fc.property(changes, (list) => {
        const history = createEditHistory(nothing);
        const stages = [history.now()];
        for (const [, act] of list) {
          history.put(act(history.now()));
          if (history.now() !== stages.at(-1)) stages.push(history.now());
        }
        for (const stage of stages.reverse()) {
          expect(history.now()).toBe(stage);
          history.undo();
        }
        expect(history.canUndo()).toBe(false);
      }),
    );
  });

  it('moves, copies and deletes the present step and no other', () => {
    law(
      fc.property(changes, fc.integer({ min: -3, max: 3 }), (list, by) => {
        const editing = after(list);
        const { steps } = editing.draft;
        const isThere = steps[editing.index] !== undefined && steps[editing.index + by] !== undefined;
        const next = moved(editing, by);
        expect(new Set(next.draft.steps)).toEqual(new Set(steps));
        expect(next.index).toBe(isThere ? editing.index + by : editing.index);
        expect(moved(next, isThere ? -by : 0)).toEqual(editing);
        if (!steps[editing.index]) return;
        const copied = withCopy(editing);
        expect(copied.draft.steps[copied.index]).toEqual({
          ...steps[editing.index],
          id: copied.draft.steps[copied.index]!.id,
        });
        expect(withoutStep(copied).draft).toEqual(editing.draft);
      }),
    );
  });

  it('takes back what was typed into one field in a row at once', () => {
    const history = createEditHistory(withStep(nothing, {}));
    const first = history.now();
    for (const text of ['a', 'ab', 'abc']) history.put(withKey(history.now(), 'text', text), 'text');
    history.put(withKey(history.now(), 'title', 'T'), 'title');
    history.undo();
    expect(history.now().draft.steps[0]!.text).toBe('abc');
    history.undo();
    expect(history.now()).toBe(first);
  });

  it('lets ids follow titles until somebody types one', () => {
    const titled = withKey(withStep(nothing, {}), 'title', 'Große Halle');
    expect(titled.draft.steps[0]!.id).toBe('gro-e-halle');
    expect(withKey(titled, 'title', 'Day 122').draft.steps[0]!.id).toBe('day-122');
    const own = withKey(titled, 'id', 'mine');
    expect(withKey(own, 'title', 'Other').draft.steps[0]!.id).toBe('mine');
    expect(withTitle(nothing, 'One', ['one']).draft.id).toBe('one-2');
  });

  it('takes another picture and keeps the words', () => {
    const written = withKey(
      withKey(withStep(nothing, { view: 'hall', date: '2024-07-03' }), 'notes', 'N'),
      'seconds',
      9,
    );
    expect(withPicture(written, { camera: { eye: [1, 2, 3], target: [0, 0, 0] } }).draft.steps[0]).toEqual({
      id: 'step',
      title: '',
      text: '',
      notes: 'N',
      seconds: 9,
      camera: { eye: [1, 2, 3], target: [0, 0, 0] },
    });
  });
});

describe('the picture of an address as a step', () => {
  it.each([
    ['', { view: 'site' }],
    ['gpu=5', { view: 'rack', gpu: 5 }],
    [
      'config=100k&day=61.4&curve=power&view=hall&look=night&overlay=phase&roof=on&compare=eagle,frontier&campus=eagle',
      {
        view: 'hall',
        campus: 'eagle',
        config: '100k',
        curve: 'power',
        look: 'night',
        overlay: 'phase',
        date: '2024-07-03',
        roof: true,
        compare: ['eagle', 'frontier'],
      },
    ],
    ['view=hall&camera=1,2,3,4,5,6', { camera: { eye: [1, 2, 3], target: [4, 5, 6] } }],
  ])('is that of “%s”', (query, picture) => {
    expect(pictureOf(new URLSearchParams(query), '2024-05-03')).toEqual(picture);
    const step = { id: 'a', title: 'A', text: 'A', ...picture };
    expect(checkStory({ schemaVersion: 1, id: 'a', title: 'A', steps: [step] }).ok).toBe(true);
  });
});
