import type { DocumentError } from '../../model/checkErrors.ts';
import { type Draft, LENGTHS } from '../../stories/draft.ts';
import {
  chosenStep,
  createEditHistory,
  type Editing,
  moved,
  withCopy,
  withKey,
  withoutStep,
  withPicture,
  withStep,
  withTitle,
} from '../../stories/editing.ts';
import { faultsOf, isMissing } from '../../stories/faults.ts';
import { make } from '../element/make.ts';
import { faultWords } from './faultWords.ts';
import { createField, line } from './fields.ts';
import type { EditorHost } from './host.ts';
import { createStepForm, isCamera, shownValue } from './stepForm.ts';
import './editor.css';

/** How long typing rests before the picture follows, milliseconds. */
const REST_MS = 250;

/** An open editor of one story. */
export interface Editor {
  root: HTMLElement;
  /** Works on the step that the stage has gone to. */
  follow(index: number): void;
  /** Says that another window has changed the story, and asks which one is to stay. */
  askWhose(): void;
  /** Lets go of what is still to come. */
  dispose(): void;
}

/** Makes the editor of a story. Every change is kept at once, whether the story is in order or not. */
export function createEditor(host: EditorHost, first: Editing): Editor {
  const { say } = host;
  const history = createEditHistory(first);
  const now = () => history.now();
  /** Whether empty fields count as wrong: once somebody has tried to save. */
  let isStrict = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const root = make('section', 'editor');
  root.setAttribute('aria-label', say('editor.label'));
  const button = (key: string, act: () => void, className = 'editor-button') => {
    const made = make('button', className, say(`editor.${key}`));
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  };

  function showSoon(delay: number) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = undefined;
      const { draft, index } = now();
      host.show(draft, index);
      void checkFigures();
    }, delay);
  }
  /** Figures that were found to be wrong, and the draft in which they were. */
  let unknown: { errors: readonly DocumentError[]; draft: Draft } = { errors: [], draft: now().draft };
  async function checkFigures() {
    const { draft } = now();
    // What cannot be checked now is checked when the file is opened.
    const errors = await host.unknownFigures(draft).catch(() => []);
    if (draft !== now().draft) return;
    const isNew = errors.length + unknown.errors.length > 0;
    unknown = { errors, draft };
    if (isNew) render();
  }
  /** Goes on with a change; `label` joins those that are taken back together. */
  function put(next: Editing, label?: string) {
    if (next === now()) return;
    history.put(next, label);
    settle(label === undefined ? 0 : REST_MS);
  }
  function settle(delay: number) {
    isLasting = host.keep(now().draft);
    render();
    showSoon(delay);
  }
  function choose(index: number) {
    if (index === now().index) return;
    history.choose(index);
    render();
    showSoon(0);
  }
  function undo() {
    if (!history.canUndo()) return;
    history.undo();
    settle(0);
  }
  function add() {
    const { keys, site } = host.picture();
    const { draft, index } = now();
    // All steps of a story are at one site, that of the first.
    const at = draft.steps.length === 0 && site !== undefined ? { ...draft, site } : draft;
    put(withStep({ draft: at, index }, keys));
    form.fields[0]!.focus();
  }
  function setKey(key: string, value: unknown, isTyped: boolean) {
    const { index } = now();
    let next = now();
    if (key !== 'view') next = withKey(next, key, value);
    else if (!isCamera(value)) next = withKey(withKey(next, 'camera', undefined), 'view', value);
    put(next, isTyped ? `${index} ${key}` : undefined);
    if (next === now() && isCamera(value)) render();
  }

  let isLasting = true;
  const kept = make('p', 'editor-kept');
  const undoing = button('undo', undo);
  const playing = button('play', () => host.play(now().draft, now().index));
  const saving = button('save', () => void save());
  const closing = button('close', host.close);
  const tools = make('div', 'editor-tools');
  tools.append(playing, saving, undoing, closing);
  const summary = make('p', 'editor-summary');
  summary.setAttribute('role', 'alert');
  const elsewhere = make('div', 'editor-elsewhere');
  elsewhere.setAttribute('role', 'alert');
  elsewhere.hidden = true;
  function chooseWhose(choose: () => void) {
    elsewhere.hidden = true;
    choose();
    // The pressed button is gone, and without a focus keys would move the stage.
    title.focus();
  }
  const whose = make('div', 'editor-tools');
  whose.append(
    button('mine', () => chooseWhose(() => host.keepMine(now().draft))),
    button('theirs', () =>
      chooseWhose(() => {
        const draft = host.takeTheirs();
        put(chosenStep({ draft, index: now().index }));
      }),
    ),
  );
  elsewhere.append(make('p', 'editor-asks', say('editor.elsewhere')), whose);
  const title = createField(
    line(),
    {
      key: 'title',
      label: say('editor.title'),
      most: LENGTHS.title,
      read: (text) => text,
      set: (value) => put(withTitle(now(), String(value), host.taken), 'title'),
    },
    say,
  );
  const id = createField(
    line(),
    {
      key: 'id',
      label: say('editor.id'),
      hint: say('editor.id.hint'),
      most: LENGTHS.id,
      read: (text) => text,
      set: (value) => put({ ...now(), draft: { ...now().draft, id: String(value) } }, 'id'),
    },
    say,
  );
  const list = make('ol', 'editor-list');
  list.setAttribute('aria-label', say('editor.steps'));
  const empty = make('p', 'editor-empty', say('editor.empty'));
  const adding = button('add', add, 'editor-button editor-add');
  const order = make('div', 'editor-tools');
  const earlier = button('earlier', () => put(moved(now(), -1)));
  const later = button('later', () => put(moved(now(), 1)));
  const removing = button('remove', removeStep);
  order.append(
    earlier,
    later,
    button('copy', () => put(withCopy(now()))),
    removing,
  );
  const form = createStepForm(host, setKey, () => put(withPicture(now(), host.picture().keys)));
  const forgetting = button('forget', forget);
  const end = make('div', 'editor-end');
  end.append(id.root, forgetting);
  root.append(
    make('h2', 'editor-heading', say('editor.label')),
    tools,
    elsewhere,
    kept,
    summary,
    title.root,
    make('h3', 'editor-heading', say('editor.steps')),
    empty,
    list,
    adding,
    order,
    form.root,
    end,
  );

  function removeStep() {
    put(withoutStep(now()));
    (buttons()[now().index] ?? adding).focus();
  }
  /** Asks once more by the button's own words. */
  function forget() {
    if (forgetting.textContent === say('editor.forget.really')) host.remove();
    else forgetting.textContent = say('editor.forget.really');
  }
  forgetting.addEventListener('blur', () => {
    forgetting.textContent = say('editor.forget');
  });
  const buttons = () => [...list.querySelectorAll('button')];
  list.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.key === 'Delete') removeStep();
    else if (by && event.altKey) put(moved(now(), by));
    else if (by) choose(Math.min(Math.max(now().index + by, 0), now().draft.steps.length - 1));
    else return;
    event.preventDefault();
    buttons()[now().index]?.focus();
  });
  root.addEventListener('keydown', (event) => {
    const isWriting = event.target instanceof Element && event.target.matches('input, textarea');
    // In a field the browser takes back what was typed.
    if (isWriting || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    undo();
  });

  function errors() {
    const { draft } = now();
    const figureAt = ({ steps }: Draft, path: string) => steps[Number(path.match(/\d+/)![0])]?.figure;
    const still = unknown.errors.filter(
      ({ path }) => figureAt(draft, path) === figureAt(unknown.draft, path),
    );
    return [...faultsOf(draft, host.taken), ...still];
  }
  const sentence = (error: DocumentError) =>
    isMissing(error) ? say('editor.fault.missing') : say('editor.fault', faultWords(error, say));

  function render() {
    const { draft, index } = now();
    const step = draft.steps[index];
    const wrong = errors();
    const shown = isStrict ? wrong : wrong.filter((error) => !isMissing(error));
    if (wrong.length === 0) summary.textContent = '';
    const at = (path: string) =>
      shown.find((error) => error.path === path || error.path.startsWith(`${path}[`));
    const mark = (each: typeof title, path: string) => {
      const error = at(path);
      each.wrong(error && sentence(error));
    };
    kept.textContent = say(isLasting ? 'editor.kept' : 'editor.keptNot');
    kept.toggleAttribute('data-over', !isLasting);
    undoing.disabled = !history.canUndo();
    title.show(draft.title);
    id.show(draft.id);
    mark(title, 'title');
    mark(id, 'id');
    empty.hidden = draft.steps.length > 0;
    for (const each of [order, form.root]) each.hidden = !step;
    playing.disabled = !step;
    earlier.disabled = index <= 0;
    later.disabled = index >= draft.steps.length - 1;
    renderList(shown);
    if (!step) return;
    for (const field of form.fields) {
      field.show(shownValue(step, field.key));
      mark(field, `steps[${index}].${field.key}`);
    }
  }
  function renderList(shown: readonly DocumentError[]) {
    const { draft, index } = now();
    const had = buttons();
    // The button that has the focus stays.
    for (const [at, step] of draft.steps.entries()) {
      const made = had[at] ?? button('untitled', () => choose(at), 'editor-item');
      if (!had[at]) {
        const item = make('li', 'editor-place');
        item.append(made);
        list.append(item);
      }
      const isWrong = shown.some(({ path }) => path.startsWith(`steps[${at}]`));
      const name = `${at + 1}. ${step.title || say('editor.step.untitled')}`;
      made.textContent = isWrong ? say('editor.step.wrong', { name }) : name;
      made.toggleAttribute('data-over', isWrong);
      if (at === index) made.setAttribute('aria-current', 'step');
      else made.removeAttribute('aria-current');
    }
    for (const extra of had.slice(draft.steps.length)) extra.parentElement!.remove();
  }

  async function save() {
    await checkFigures();
    const wrong = errors();
    isStrict = true;
    if (wrong.length === 0) {
      render();
      summary.textContent = say('editor.saved', { name: host.save(now().draft) });
      return;
    }
    const [error] = wrong;
    const [, step, key = error!.path] = /^steps\[(\d+)\]\.(\w+)/.exec(error!.path) ?? [];
    if (step !== undefined) choose(Number(step));
    render();
    summary.textContent = say(wrong.length === 1 ? 'editor.wrong.one' : 'editor.wrong', {
      count: wrong.length,
    });
    const place = step === undefined ? [title, id] : form.fields;
    (place.find((field) => field.key === key) ?? { focus: () => adding.focus() }).focus();
  }

  render();
  void checkFigures();
  return {
    root,
    follow(index) {
      // The picture is still to follow what was changed here.
      if (waiting !== undefined || index === now().index) return;
      history.choose(index);
      render();
    },
    askWhose() {
      elsewhere.hidden = false;
    },
    dispose: () => clearTimeout(waiting),
  };
}
