import { LENGTHS } from '../../stories/draft.ts';
import { LOOKS, OVERLAYS } from '../../views/look.ts';
import { VIEWS } from '../../views/view.ts';
import { make } from '../element/make.ts';
import { choice, createField, type Field, line, lines } from './fields.ts';
import type { EditorHost } from './host.ts';

/** What of a step a field shows and sets. */
type SetKey = (key: string, value: unknown, isTyped: boolean) => void;

/** Stands in the list of views for a camera that was taken. */
const CAMERA = 'camera';

const number = (text: string) => {
  if (text.trim() === '') return undefined;
  const value = Number(text);
  // What is no number stays as it was typed, and is said to be wrong.
  return Number.isFinite(value) ? value : text;
};
const ids = (text: string) => {
  const all = text.split(',').map((each) => each.trim());
  return text.trim() === '' ? undefined : all.filter((each, at) => each !== '' || at < all.length - 1);
};

/** The fields of one step: its words, and what its picture shows. */
export interface StepForm {
  root: HTMLElement;
  fields: readonly Field[];
}

/** Makes the fields of the present step; `take` takes the picture as it is now. */
export function createStepForm(host: EditorHost, set: SetKey, take: () => void): StepForm {
  const { say } = host;
  const root = make('div', 'editor-step');
  const figures = make('datalist', 'editor-figures');
  figures.id = 'editor-figures';
  const usual = ['', say('editor.usual')] as const;
  const same = (id: string) => [id, id] as const;
  const field = (
    key: string,
    control: Parameters<typeof createField>[0],
    more: Partial<Parameters<typeof createField>[1]> = {},
  ) =>
    createField(
      control,
      {
        key,
        label: say(`editor.step.${key}`),
        set: (value, isTyped) => set(key, value, isTyped),
        ...more,
      },
      say,
    );
  const words = (text: string) => text;
  const writing = [
    field('title', line(), { most: LENGTHS.title, read: words }),
    field('text', lines(4), { most: LENGTHS.text, read: words, hint: say('editor.step.text.hint') }),
    field('notes', lines(4), { most: LENGTHS.notes, hint: say('editor.step.notes.hint') }),
  ];
  const views = VIEWS.map((view) => [view, say(`view.${view}`)] as const);
  const showing = [
    field('view', choice([...views, [CAMERA, say('editor.camera')]]), {
      write: (value) => String(value ?? 'site'),
      set: (value) => set('view', value, false),
    }),
    field('gpu', line(), { read: number, hint: say('editor.step.gpu.hint') }),
    field('from', line('date'), { hint: say('editor.step.from.hint') }),
    field('date', line('date')),
    field('config', choice([usual, ...host.configs.map(same)])),
    field('curve', choice([usual, ...host.curves.map(same)])),
    field(
      'look',
      choice([usual, ...LOOKS.slice(1).map((look) => [look, say(`editor.look.${look}`)] as const)]),
    ),
    field(
      'overlay',
      choice([usual, ...OVERLAYS.slice(1).map((each) => [each, say(`editor.overlay.${each}`)] as const)]),
    ),
    field('roof', choice([usual, ['on', say('editor.roof')]]), {
      write: (value) => (value === true ? 'on' : ''),
      read: (text) => (text === 'on' ? true : undefined),
    }),
    field('compare', line(), {
      read: ids,
      write: (value) => (Array.isArray(value) ? value.join(', ') : ''),
      hint: say('editor.step.compare.hint', {
        systems: host.systems.join(', '),
        chips: host.chips.join(', '),
      }),
    }),
    field('figure', line('text', figures.id), { hint: say('editor.step.figure.hint') }),
    field('seconds', line(), { read: number, hint: say('editor.step.seconds.hint') }),
    field('id', line(), { most: LENGTHS.id, read: words, hint: say('editor.step.id.hint') }),
  ];
  const taker = make('button', 'editor-button', say('editor.take'));
  taker.type = 'button';
  taker.addEventListener('click', take);
  const group = make('fieldset', 'editor-picture');
  const grid = make('div', 'editor-grid');
  grid.append(...showing.map((each) => each.root));
  group.append(make('legend', 'editor-legend', say('editor.picture')), taker, grid);
  root.append(...writing.map((each) => each.root), group, figures);
  group.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.list) return;
    // Without the list an id can still be typed.
    void host.figures().then(
      (all) => figures.replaceChildren(...all.map(({ id, name }) => new Option(name, id))),
      () => undefined,
    );
  });
  return { root, fields: [...writing, ...showing] };
}

/** The value that the field of a key shows of a step. */
export const shownValue = (step: Readonly<Record<string, unknown>>, key: string): unknown =>
  key === 'view' && step.camera !== undefined ? CAMERA : step[key];

/** Whether the value of the field of views stands for the camera that was taken. */
export const isCamera = (value: unknown): boolean => value === CAMERA;
