import type { Say } from '../../state/words.ts';
import { make } from '../element/make.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A labelled control for one key of a story or of a step. */
export interface Field {
  root: HTMLElement;
  /** The key in the document. */
  key: string;
  /** Shows a value of the document. */
  show(value: unknown): void;
  /** Says what is wrong with it; undefined for nothing. */
  wrong(sentence: string | undefined): void;
  focus(): void;
}

interface FieldOptions {
  key: string;
  label: string;
  /** Says what belongs there. */
  hint?: string;
  /** Most characters, which are counted while somebody types. */
  most?: number;
  /** The text of a value, and the value of a text; undefined leaves the key out. */
  write?(value: unknown): string;
  read?(text: string): unknown;
  /** Takes what was typed. `isTyped` is false where a whole value was chosen. */
  set(value: unknown, isTyped: boolean): void;
}

let fields = 0;

const written = (value: unknown) =>
  typeof value === 'string' ? value : value === undefined ? '' : String(value);
const orNothing = (text: string) => (text === '' ? undefined : text);

/** Puts a label, a count of characters and a place for errors around a control. */
export function createField(control: Control, options: FieldOptions, say: Say): Field {
  const { key, label, hint, most, write = written, read = orNothing, set } = options;
  const id = `editor-${key}-${fields++}`;
  const root = make('div', 'editor-field');
  const name = make('label', 'editor-label', label);
  const about = make('p', 'editor-about', hint);
  const count = make('span', 'editor-count');
  const fault = make('p', 'editor-fault');
  Object.assign(control, { id, autocomplete: 'off' });
  control.classList.add('editor-control');
  control.dataset.key = key;
  name.htmlFor = id;
  about.id = `${id}-about`;
  fault.id = `${id}-fault`;
  control.setAttribute('aria-describedby', `${fault.id} ${about.id}`);
  const isText = control instanceof HTMLTextAreaElement || (control as HTMLInputElement).type === 'text';
  if (isText) control.dir = 'auto';
  const counted = () => {
    if (most === undefined) return;
    const { length } = control.value;
    count.textContent = say('editor.count', { count: length, most });
    count.toggleAttribute('data-over', length > most);
  };
  control.addEventListener(isText ? 'input' : 'change', () => {
    counted();
    set(read(control.value), isText);
  });
  about.hidden = hint === undefined;
  const head = make('div', 'editor-head');
  head.append(name, count);
  root.append(head, control, fault, about);
  return {
    root,
    key,
    show(value) {
      const text = write(value);
      // What a document names is shown even if it is not among the choices.
      if (control instanceof HTMLSelectElement && ![...control.options].some((each) => each.value === text))
        control.append(new Option(text, text));
      // Setting a value moves the caret to its end.
      if (control.value !== text && JSON.stringify(read(control.value)) !== JSON.stringify(value))
        control.value = text;
      counted();
    },
    wrong(sentence) {
      fault.textContent = sentence ?? '';
      control.setAttribute('aria-invalid', String(sentence !== undefined));
    },
    focus: () => control.focus(),
  };
}

/** A line of text. */
export function line(type: 'text' | 'date' = 'text', list?: string): HTMLInputElement {
  const made = make('input', 'editor-line');
  made.type = type;
  if (list) made.setAttribute('list', list);
  return made;
}

/** Some lines of text. */
export function lines(rows: number): HTMLTextAreaElement {
  const made = make('textarea', 'editor-lines');
  made.rows = rows;
  return made;
}

/** A choice among values, `''` for what is usual. */
export function choice(options: readonly (readonly [value: string, label: string])[]): HTMLSelectElement {
  const made = make('select', 'editor-choice');
  for (const [value, label] of options) made.append(new Option(label, value));
  return made;
}
