import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStory } from '../../src/stories/checkStory.ts';
import { type Draft, freeId, idOf, LENGTHS, readDraft } from '../../src/stories/draft.ts';
import { faultsOf, isMissing } from '../../src/stories/faults.ts';
import { mended } from '../../src/stories/mended.ts';

const SEED = 20_261_127;
const law = (property: fc.IProperty<unknown>) => fc.assert(property, { seed: SEED, numRuns: 200 });

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 8 }),
  fc.dictionary(fc.constantFrom('eye', 'target', 'other'), fc.array(fc.integer(), { maxLength: 4 })),
);
const KEYS =
  'view camera gpu campus config curve date from look overlay roof compare figure seconds notes other';
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom('', 'one', 'Two words'),
);
const draft: fc.Arbitrary<Draft> = fc.record({
  schemaVersion: fc.constant(1 as const),
  id: typed,
  title: typed,
  steps: fc.array(
    fc
      .tuple(
        fc.record({ id: typed, title: typed, text: typed }),
        fc.dictionary(fc.constantFrom(...KEYS.split(' ')), anything),
      )
      .map(([words, more]) => ({ ...more, ...words })),
    { minLength: 1, maxLength: 6 },
  ),
});

describe(`a story that is being written (seed ${SEED})`, () => {
  it('can be told whatever was typed, with as many steps, and stays as it was', () => {
    law(
      fc.property(draft, (each) => {
        const before = structuredClone(each);
        const story = mended(each);
        expect(story?.steps).toHaveLength(each.steps.length);
        expect(checkStory(story).ok).toBe(true);
        expect(each).toEqual(before);
      }),
    );
  });

  it('is told as it is where nothing is wrong', () => {
    const sound: Draft = {
      schemaVersion: 1,
      id: 'mine',
      title: 'Mine',
      steps: [
        {
          id: 'one',
          title: 'One',
          text: 'A sentence.',
          view: 'hall',
          from: '2024-07-03',
          date: '2024-09-02',
        },
      ],
    };
    expect(mended(sound)).toEqual(sound);
  });

  it('keeps its right keys when others are wrong, and shows an ellipsis for a missing text', () => {
    const steps = [
      { id: 'No', title: 'T'.repeat(201), text: '', view: 'hall', look: 'dusk', from: '2024-07-03' },
    ];
    expect(mended({ schemaVersion: 1, id: '', title: '', steps })).toEqual({
      schemaVersion: 1,
      id: 'story',
      title: '…',
      steps: [{ id: 'step-1', title: 'T'.repeat(200), text: '…', view: 'hall' }],
    });
  });

  it('has its missing texts told beside all else that is wrong', () => {
    const steps = [{ id: 'a', title: '', text: '', from: '2024-07-03', seconds: 'ten' }];
    const faults = faultsOf({ schemaVersion: 1, id: 'taken', title: '', steps }, ['taken']);
    expect(faults.map(({ path }) => path)).toEqual([
      'id',
      'title',
      'steps[0].title',
      'steps[0].text',
      'steps[0].seconds',
    ]);
    expect(faults.filter(isMissing)).toHaveLength(3);
    const dated = [{ id: 'a', title: '', text: '', from: '2024-07-03' }];
    expect(
      faultsOf({ schemaVersion: 1, id: 'a', title: '', steps: dated }, []).map(({ path }) => path),
    ).toContain('steps[0].date');
  });

  it('is no story yet without a step', () => {
    expect(mended({ schemaVersion: 1, id: 'mine', title: 'Mine', steps: [] })).toBeUndefined();
  });

  it('comes back the same from where it was kept', () => {
    law(
      fc.property(draft, (each) => {
        const kept = JSON.parse(JSON.stringify(each));
        expect(readDraft(kept)).toEqual(kept);
      }),
    );
  });

  it.each([null, 7, 'text', [], {}, { steps: {} }, { steps: [null] }])('is not read from %j', (value) => {
    expect(readDraft(value)).toBeUndefined();
  });
});

describe(`ids made of titles (seed ${SEED})`, () => {
  it('are sound or empty', () => {
    law(
      fc.property(typed, (title) => {
        const id = idOf(title);
        const step = { id, title: 'T', text: 'T' };
        if (id) expect(checkStory({ schemaVersion: 1, id, title: 'T', steps: [step] }).ok).toBe(true);
      }),
    );
    expect(['Größer: 122 Tage!', '— Ein Schritt —', '日本'].map(idOf)).toEqual([
      'gro-er-122-tage',
      'ein-schritt',
      '',
    ]);
  });

  it('are free and no longer than ids may be', () => {
    law(
      fc.property(fc.stringMatching(/^[a-z]{1,64}$/), fc.nat(20), (wanted, more) => {
        const taken: string[] = [];
        for (let at = 0; at <= more; at++) taken.push(freeId(wanted, taken));
        expect(new Set(taken).size).toBe(taken.length);
        expect(Math.max(...taken.map(({ length }) => length))).toBeLessThanOrEqual(LENGTHS.id);
      }),
    );
  });

  it('are as long as the check allows, as are texts', () => {
    const fits = (more: number) => {
      const [title, text, notes] = (['title', 'text', 'notes'] as const).map((key) =>
        'x'.repeat(LENGTHS[key] + more),
      );
      const id = 'x'.repeat(LENGTHS.id + more);
      const checked = checkStory({ schemaVersion: 1, id, title, steps: [{ id, title, text, notes }] });
      return checked.ok ? [] : checked.errors.map(({ path }) => path);
    };
    expect(fits(0)).toEqual([]);
    expect(fits(1)).toEqual([
      'id',
      'title',
      'steps[0].id',
      'steps[0].title',
      'steps[0].text',
      'steps[0].notes',
    ]);
  });
});
