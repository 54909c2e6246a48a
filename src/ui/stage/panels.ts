import type { StageControl } from '../../state/stageControl.ts';
import type { Experience } from '../../state/experience.ts';
import type { Say } from '../../state/words.ts';
import { printed } from '../keys.ts';
import { make } from '../element/make.ts';
import { createLanguageButtons, type LanguageChoice } from '../languageNames.ts';
import { toggleFullscreen } from '../fullscreen.ts';
import { STAGE_KEYS, type StageAction, type StagePress } from './stageKeys.ts';

/** What can be open over the picture, one at a time. */
export type PanelName = 'choose' | 'menu' | 'overview' | 'jump' | 'remote' | 'help' | 'told';

/** The panels of the stage. */
export interface Panels {
  /** The open one. */
  open(): PanelName | undefined;
  /** Opens a panel, or closes it where it is open. */
  toggle(name: PanelName): void;
  close(): void;
  /** Closes a panel as somebody who has chosen nothing: the stories to choose from come again if they were open before. */
  dismiss(): void;
  /** Opens a panel that says something. */
  tell(title: string, ...content: HTMLElement[]): void;
  /** Says why a file was refused. */
  refuse(title: string, stays: string, errors: readonly string[]): void;
  /** Does what a key means for the open panel; false where it means nothing there. */
  press(action: StageAction | undefined, press: StagePress): boolean;
}

/** What panels lead to, beside the steps of a story. */
export interface PanelActions extends LanguageChoice {
  /** All stories that can be chosen. */
  list(): readonly { id: string; title: string }[];
  begin(id: string): void;
  /** Opens the editor with a new story. */
  write(): void;
  /** Opens the editor with the story that is told. */
  edit(): void;
  /** Begins the story of a file, or says what is wrong with it. */
  take(file: File): Promise<void>;
  /** Opens the speaker's window. */
  openSpeaker(): void;
  /** Goes to the explorer with what is told. */
  leave(): void;
  /** Says whether everything is ready for use offline; shown with the stories and with the keys. */
  offline: HTMLElement;
}

/**
 * Makes the panels: the stories to choose from, the menu, all steps, a step by its number, how a phone joins, the keys, and what was said.
 * `fillRemote` fills the one for phones.
 */
export function createPanels(
  parent: HTMLElement,
  experience: Experience,
  control: StageControl,
  say: Say,
  { list: stories, begin, write, edit, take, openSpeaker, leave, offline, ...choice }: PanelActions,
  fillRemote: (panel: HTMLElement) => void,
): Panels {
  let name: PanelName | undefined;
  let panel: HTMLElement | undefined;
  let said: [title: string, ...content: HTMLElement[]] = [''];

  /** Whether the stories to choose from were open before, and come again. */
  let returnsToChoice = false;

  function close() {
    panel?.remove();
    panel = name = undefined;
    returnsToChoice = false;
  }
  function dismiss() {
    const returns = returnsToChoice && !control.state().told;
    close();
    if (returns) show('choose');
  }
  const buttons = () => [...(panel?.querySelectorAll<HTMLButtonElement>('.stage-list button') ?? [])];
  function list(entries: readonly { label: string; isNow?: boolean; act(): void }[]) {
    const made = make('ol', 'stage-list');
    for (const { label, isNow, act } of entries) {
      const button = make('button', 'stage-choice', label);
      button.type = 'button';
      if (isNow) button.setAttribute('aria-current', 'step');
      button.addEventListener('click', () => {
        close();
        act();
      });
      const item = make('li', 'stage-item');
      item.append(button);
      made.append(item);
    }
    return made;
  }
  function action(label: string, act: () => void) {
    const button = make('button', 'stage-more', label);
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  }
  function languages() {
    const group = make('div', 'stage-languages');
    group.setAttribute('aria-label', say('stage.language'));
    createLanguageButtons(group, experience, choice, action);
    return group;
  }
  const remoteOpener = () => action(say('stage.remote'), () => show('remote'));
  function fileChoice() {
    const field = make('input', 'stage-file');
    field.type = 'file';
    field.accept = '.json,application/json';
    field.hidden = true;
    field.addEventListener('change', () => {
      const [file] = field.files ?? [];
      if (file) void take(file);
    });
    const choice = make('div', 'stage-own');
    choice.append(
      action(say('stage.file'), () => field.click()),
      field,
    );
    return choice;
  }
  const contents: Record<PanelName, () => [title: string, ...content: HTMLElement[]]> = {
    choose: () => [
      say('stage.choose'),
      list(stories().map(({ id, title }) => ({ label: title, act: () => begin(id) }))),
      fileChoice(),
      action(say('stage.new'), write),
      remoteOpener(),
      languages(),
      offline,
    ],
    menu: () => [
      say('stage.menu'),
      list([
        { label: say('stage.help'), act: () => show('help') },
        { label: say('stage.overview'), act: () => show('overview') },
        { label: say('stage.key.speaker'), act: openSpeaker },
        { label: say('stage.edit'), act: edit },
        { label: say('stage.key.start'), act: toggleFullscreen },
        { label: say('stage.leave'), act: leave },
      ]),
      languages(),
    ],
    told: () => said,
    overview() {
      const { told } = control.state();
      const steps = told?.steps ?? [];
      return [
        say('stage.overview'),
        list(
          steps.map(({ title }, index) => ({
            label: `${index + 1}. ${title}`,
            isNow: index === told?.position.stepIndex,
            act: () => void control.goTo(index),
          })),
        ),
        action(say('stage.edit'), edit),
        action(say('stage.another'), () => show('choose')),
      ];
    },
    jump() {
      const form = make('form', 'stage-jump');
      const label = make('label', 'stage-label', say('stage.jump'));
      const field = make('input', 'stage-field');
      field.inputMode = 'numeric';
      field.autocomplete = 'off';
      const go = make('button', 'stage-go', say('stage.jump.go'));
      const wrong = make('p', 'stage-wrong');
      wrong.setAttribute('role', 'alert');
      label.append(field);
      form.append(label, go, wrong);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        const value = field.value.trim();
        const { steps = 0 } = control.state().told?.position ?? {};
        const number = Number(value);
        if (Number.isInteger(number) && number >= 1 && number <= steps) {
          close();
          void control.goTo(number - 1);
        } else wrong.textContent = say('stage.jump.none', { value: value.slice(0, 40), steps });
      });
      return [say('stage.key.jump'), form];
    },
    remote() {
      const content = make('div', 'remote-panel');
      fillRemote(content);
      return [say('stage.remote'), content];
    },
    help() {
      const sayCap = (name: string) => say(`stage.cap.${name}`);
      const table = make('dl', 'stage-keys');
      for (const { action, keys } of STAGE_KEYS) {
        const row = make('div', 'stage-row');
        const caps = make('dt', 'stage-caps');
        for (const key of keys) caps.append(make('kbd', 'stage-cap', printed(key, sayCap)), ' ');
        row.append(caps, make('dd', 'stage-means', say(`stage.key.${action}`)));
        table.append(row);
      }
      const heard = make('output', 'stage-heard');
      return [
        say('stage.help'),
        make('p', 'stage-try', say('stage.help.try')),
        heard,
        table,
        offline,
        remoteOpener(),
      ];
    },
  };
  function show(next: PanelName) {
    const returns = returnsToChoice || name === 'choose';
    close();
    returnsToChoice = returns && next !== 'choose';
    const [title, ...content] = contents[next]();
    name = next;
    panel = make('section', 'stage-panel');
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-label', title);
    panel.append(make('h2', 'stage-heading', title), ...content);
    if (next !== 'choose' || control.state().told) {
      const away = make('button', 'stage-close', say('stage.close'));
      away.type = 'button';
      away.addEventListener('click', dismiss);
      panel.append(away);
    }
    parent.append(panel);
    const now = panel.querySelector<HTMLElement>('[aria-current], input:not([hidden])') ?? buttons()[0];
    (now ?? panel.querySelector('button'))?.focus();
  }
  function tell(...content: typeof said) {
    said = content;
    show('told');
  }
  return {
    open: () => name,
    toggle: (next) => (name === next ? dismiss() : show(next)),
    close,
    dismiss,
    tell,
    refuse(title, stays, errors) {
      const lines = make('ul', 'stage-errors');
      for (const error of errors) {
        const line = make('li', 'stage-error', error);
        line.dir = 'auto';
        lines.append(line);
      }
      tell(title, make('p', 'stage-stays', stays), lines);
    },
    press(action, { key, code }) {
      if (name === 'help' && action !== 'help' && action !== 'leave') {
        const means = action ? say(`stage.key.${action}`) : say('stage.help.nothing');
        panel!.querySelector('output')!.textContent = say('stage.help.heard', {
          key: key === ' ' ? code : key,
          code,
          action: means,
        });
        // Somebody may walk through the page by Tab.
        return key !== 'Tab' && key !== 'Enter';
      }
      const all = buttons();
      if (name === undefined || name === 'help' || all.length === 0) return false;
      const at = all.indexOf(document.activeElement as HTMLButtonElement);
      if (key === ' ' || key === 'Enter') return false;
      if (action === 'next') all[Math.min(all.length - 1, at + 1)]!.focus();
      else if (action === 'previous') all[Math.max(0, at - 1)]!.focus();
      else if (action === 'first') all[0]!.focus();
      else if (action === 'last') all.at(-1)!.focus();
      else if (action === 'start' && name === 'choose') all[Math.max(0, at)]!.click();
      else return false;
      return true;
    },
  };
}
