import { describe, expect, it } from 'vitest';
import { checkStory } from '../../src/stories/checkStory.ts';

const step = (more: object = {}) => ({ id: 'one', title: 'One', text: 'A sentence.', ...more });
const story = (...steps: object[]) => ({ schemaVersion: 1, id: 'mine', title: 'Mine', steps });
const errorsOf = (value: unknown) => {
  const checked = checkStory(value);
  return checked.ok ? [] : checked.errors.map(({ path, found, expected }) => [path, found, expected]);
};

describe('a story of somebody else', () => {
  it('is taken when it is sound', () => {
    const mine = story(step({ view: 'hall', from: '2024-07-03', date: '2024-09-02' }), step({ id: 'two' }));
    expect(checkStory(mine)).toEqual({ ok: true, story: mine });
  });

  it('is told all that is wrong with its form at once', () => {
    const wrong = story(step({ view: 'attic', seconds: 0 }), step({ text: '', colour: 'red' }));
    expect(errorsOf(wrong).map(([path]) => path)).toEqual([
      'steps[0].view',
      'steps[0].seconds',
      'steps[1].text',
      'steps[1].colour',
    ]);
  });

  it.each([
    [
      'two steps of one id',
      [step(), step()],
      ['steps[1].id', 'the text "one"', 'an id that no other step has'],
    ],
    [
      'a date that is none',
      [step({ date: '2024-02-30' })],
      ['steps[0].date', 'the text "2024-02-30"', 'a date of the calendar'],
    ],
    [
      'a span that is turned',
      [step({ from: '2024-09-02', date: '2024-07-03' })],
      ['steps[0].from', 'the text "2024-09-02"', 'a date not after 2024-07-03'],
    ],
    [
      'a span without an end',
      [step({ from: '2024-09-02' })],
      ['steps[0].date', 'nothing', 'the date at which the growth from `from` ends'],
    ],
    [
      'a camera beside a view',
      [step({ view: 'hall', camera: { eye: [1, 2, 3], target: [0, 0, 0] } })],
      ['steps[0].camera', 'an object', 'no camera beside a view'],
    ],
  ])('is refused for %s', (_name, steps, expected) => {
    expect(errorsOf(story(...steps))).toEqual([expected]);
  });

  it.each([null, 7, 'text', [], {}, { steps: [] }, story()])(
    'is refused where it is no story: %j',
    (value) => {
      expect(checkStory(value).ok).toBe(false);
    },
  );

  it('is shown as text without what could break a line or turn its direction', () => {
    const checked = checkStory(story(step({ title: 'A\u202etitle', text: 'Two\nlines.' })));
    expect(checked).toMatchObject({ ok: true, story: { steps: [{ title: 'Atitle', text: 'Two lines.' }] } });
  });
});
