import type { Say } from '../../state/words.ts';
import './remote.css';

interface Actions {
  press(button: 'next' | 'previous' | 'blank' | 'goTo', index?: number): void;
  /** Joins with a code that was typed. */
  join(code: string): void;
}

export interface RemotePage {
  /** Says a sentence of `remoteWords` about the connection, by its key without `remote.`. */
  say(key: string, values?: Record<string, number>): void;
  /** Shows or hides the field for the code. */
  ask(isAsking: boolean): void;
  show(shows: { title: string; step: number; steps: number; isBlank: boolean }): void;
}

/** Buttons of clickers and keys that do the same; see `KeyboardEvent.key`. */
const KEYS: Readonly<Record<string, 'next' | 'previous' | 'blank'>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  '.': 'blank',
  b: 'blank',
};

/** Builds the remote's page: the title of the step, two huge buttons, blackout, a step by its number, and what the connection does. */
export function showRemote(root: HTMLElement, say: Say, actions: Actions): RemotePage {
  const add = <Tag extends keyof HTMLElementTagNameMap>(
    parent: Element,
    tag: Tag,
    className: string,
    text = '',
  ) => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    parent.append(made);
    return made;
  };
  const title = add(root, 'h1', 'title', say('remote.title'));
  const step = add(root, 'p', 'step');
  title.ariaLive = 'polite';
  const status = add(root, 'p', 'status', say('remote.connecting'));
  status.role = 'status';

  /** A form with one field; calls back with what was typed. */
  function form(name: string, button: string, use: (typed: string) => void) {
    const made = add(root, 'form', name);
    const label = add(made, 'label', 'label', say(`remote.${name}`));
    const field = add(label, 'input', 'field');
    field.autocomplete = 'off';
    field.autocapitalize = 'none';
    field.spellcheck = false;
    add(made, 'button', 'send', say(`remote.${button}`));
    made.addEventListener('submit', (event) => {
      event.preventDefault();
      if (field.value.trim() !== '') use(field.value.trim());
    });
    return { made, field };
  }
  const code = form('code', 'join', actions.join);
  code.made.hidden = true;

  const buttons = add(root, 'div', 'buttons');
  const button = (name: 'next' | 'previous' | 'blank') => {
    const made = add(name === 'blank' ? root : buttons, 'button', name, say(`remote.${name}`));
    made.type = 'button';
    made.addEventListener('click', () => actions.press(name));
    return made;
  };
  const previous = button('previous');
  const next = button('next');
  const blank = button('blank');
  blank.ariaPressed = 'false';
  let steps = 0;
  const goTo = form('goTo', 'go', (typed) => {
    const number = Number(typed);
    if (Number.isInteger(number) && number >= 1 && number <= steps) actions.press('goTo', number - 1);
    else status.textContent = say('remote.noStep', { typed: typed.slice(0, 40), steps });
  });
  goTo.field.inputMode = 'numeric';
  window.addEventListener('keydown', (event) => {
    const key = KEYS[event.key];
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!key || !isPlain || event.repeat || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    actions.press(key);
  });
  return {
    say(key, values) {
      status.textContent = say(`remote.${key}`, values);
      root.dataset.state = key;
    },
    ask(isAsking) {
      if (code.made.hidden === !isAsking) return;
      code.made.hidden = !isAsking;
      if (isAsking) code.field.focus();
    },
    show(shows) {
      const { isBlank } = shows;
      steps = shows.steps;
      title.textContent = shows.title;
      const place = steps > 0 ? say('remote.step', { step: shows.step + 1, steps }) : '';
      step.textContent = isBlank ? say('remote.isBlank') : place;
      for (const made of [previous, next]) made.ariaDisabled = String(isBlank);
      blank.ariaPressed = String(isBlank);
    },
  };
}
