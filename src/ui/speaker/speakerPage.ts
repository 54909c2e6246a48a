import type { Blank, StageState } from '../../state/stageControl.ts';
import {
  behind,
  elapsed,
  LONGEST_TALK,
  paused,
  reset,
  started,
  type TalkTimer,
} from '../../state/talkTimer.ts';
import type { Say } from '../../state/words.ts';
import type { Story } from '../../stories/storySchema.ts';
import { make } from '../element/make.ts';
import './speaker.css';

/** What the window shows. */
interface Shown {
  story: Story | undefined;
  /** Index of the present step, from 0. */
  index: number;
  blank: Blank;
  audience: StageState['audience'];
  /** Index of the step that the audience sees, from 0. */
  seen: number;
}

interface Actions {
  press(button: 'next' | 'previous'): void;
  goTo(index: number): void;
  blank(to: Blank): void;
  freeze(isFrozen: boolean): void;
  /** Keeps the timer over a reload. */
  keep(timer: TalkTimer): void;
  /** Address of a step's picture; empty if it could not be drawn, undefined until it has been tried. */
  picture(story: Story, index: number): string | undefined;
}

export interface SpeakerPage {
  /** Holds the mounted picture, behind the picture of the present step. */
  mount: HTMLElement;
  /** Shows what the stage shows; undefined while no stage is heard. What was there stays. */
  show(shown: Shown | undefined): void;
  /** Shows pictures that have come. */
  redraw(): void;
  /** Moves the keyboard to the list of steps. */
  list(): void;
}

/** Milliseconds between updates of the clock and the timer. */
const TICK = 250;

/** Milliseconds as 4:05 or 1:04:05. */
function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts
    .slice(parts[0] ? 0 : 1)
    .map((part, at) => String(part).padStart(at ? 2 : 1, '0'))
    .join(':');
}

/** Builds the speaker's window: this step and the next, notes, timer, clock, what the audience sees, and all steps. */
export function showSpeaker(
  root: HTMLElement,
  say: Say,
  tag: string,
  timer: TalkTimer,
  actions: Actions,
): SpeakerPage {
  root.className = 'speaker';
  root.setAttribute('role', 'main');
  let now: Shown | undefined;
  const section = (name: string, title: string, ...content: HTMLElement[]) => {
    const made = make('section', `speaker-${name}`);
    const heading = make('h2', 'speaker-heading', title);
    heading.id = `speaker-${name}`;
    made.setAttribute('aria-labelledby', heading.id);
    made.append(heading, ...content);
    root.append(made);
    return made;
  };
  const button = (label: string, act: () => void) => {
    const made = make('button', 'speaker-button', label);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  };
  const picture = () => {
    const frame = make('div', 'speaker-frame');
    const image = make('img', 'speaker-picture');
    image.alt = '';
    const missing = make('p', 'speaker-missing');
    frame.append(image, missing);
    const show = (url: string | undefined) => {
      image.hidden = !url;
      if (url && image.src !== url) image.src = url;
      missing.hidden = Boolean(url);
      missing.textContent = say(url === '' ? 'speaker.noPicture' : 'speaker.drawing');
    };
    return { frame, show };
  };

  const place = make('p', 'speaker-place');
  const status = make('p', 'speaker-status', say('speaker.waiting'));
  status.setAttribute('role', 'status');
  const head = make('div', 'speaker-head');
  head.append(make('h1', 'speaker-title', say('speaker.title')), place, status);
  root.append(head);

  const mount = make('div', 'speaker-mount');
  mount.setAttribute('aria-hidden', 'true');
  mount.inert = true;
  const [present, coming] = [picture(), picture()];
  present.frame.prepend(mount);
  const [title, text] = [make('p', 'speaker-name'), make('p', 'speaker-text')];
  const words = make('div', 'speaker-words');
  words.setAttribute('aria-live', 'polite');
  words.append(title, text);
  section('now', say('speaker.now'), present.frame, words);
  const nextTitle = make('p', 'speaker-name');
  section('next', say('speaker.next'), coming.frame, nextTitle);
  const notes = make('p', 'speaker-told');
  notes.tabIndex = 0;
  section('notes', say('speaker.notes'), notes);

  const [clock, time, pace] = [
    make('p', 'speaker-clock'),
    make('p', 'speaker-time'),
    make('p', 'speaker-pace'),
  ];
  const set = (next: TalkTimer) => {
    timer = next;
    actions.keep(timer);
    tick();
  };
  const run = button('', () =>
    set(timer.since === undefined ? started(timer, Date.now()) : paused(timer, Date.now())),
  );
  const planned = make('label', 'speaker-planned', say('speaker.planned'));
  const field = make('input', 'speaker-field');
  field.inputMode = 'decimal';
  field.autocomplete = 'off';
  field.value = timer.planned === undefined ? '' : String(timer.planned / 60);
  const wrong = make('p', 'speaker-wrong');
  wrong.setAttribute('role', 'alert');
  planned.append(field);
  field.addEventListener('change', () => {
    const typed = field.value.trim();
    const minutes = Number(typed.replace(',', '.'));
    const isRight = typed === '' || (minutes >= 1 && minutes * 60 <= LONGEST_TALK);
    wrong.textContent = isRight ? '' : say('speaker.planned.wrong', { value: typed.slice(0, 40) });
    if (isRight) set({ ...timer, planned: typed === '' ? undefined : minutes * 60 });
  });
  section(
    'talk',
    say('speaker.elapsed'),
    time,
    pace,
    run,
    button(say('speaker.reset'), () => set(reset(timer, Date.now()))),
    planned,
    wrong,
  );
  section('day', say('speaker.clock'), clock);

  const moves = make('nav', 'speaker-moves');
  moves.setAttribute('aria-label', say('speaker.steps'));
  const toggle = (key: string, isOn: () => boolean, act: (isOn: boolean) => void) => {
    const made = button(say(`speaker.${key}`), () => act(!isOn()));
    const show = () => made.setAttribute('aria-pressed', String(isOn()));
    return { made, show };
  };
  const toggles = [
    ...(['black', 'white'] as const).map((kind) =>
      toggle(
        kind,
        () => now?.blank === kind,
        (isOn) => actions.blank(isOn ? kind : 'none'),
      ),
    ),
    toggle('freeze', () => now?.audience === 'frozen', actions.freeze),
  ];
  moves.append(
    button(say('speaker.previous'), () => actions.press('previous')),
    button(say('speaker.forward'), () => actions.press('next')),
    ...toggles.map(({ made }) => made),
  );
  head.after(moves);
  const steps = make('ol', 'speaker-list');
  section('steps', say('speaker.steps'), steps);

  const clockFormat = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' });
  const write = (element: HTMLElement, said: string) => {
    // Text that is written again is read out again.
    if (element.textContent !== said) element.textContent = said;
  };
  function tick() {
    const ms = elapsed(timer, Date.now());
    write(clock, clockFormat.format(Date.now()));
    write(time, duration(ms));
    write(run, say(timer.since === undefined ? 'speaker.start' : 'speaker.pause'));
    const late = now?.story ? behind(now.story.steps, now.index, ms / 1000, timer.planned) : 0;
    const whole = Math.trunc(late);
    const key = whole > 0 ? 'behind' : whole < 0 ? 'ahead' : 'onTime';
    const isBegun = ms > 0 || timer.since !== undefined;
    write(pace, isBegun ? say(`speaker.${key}`, { time: duration(Math.abs(whole) * 1000) }) : '');
    pace.dataset.pace = key;
  }
  function redraw() {
    if (!now?.story) return;
    const { story, index } = now;
    present.show(actions.picture(story, index));
    coming.frame.hidden = index + 1 >= story.steps.length;
    if (!coming.frame.hidden) coming.show(actions.picture(story, index + 1));
  }
  function fillSteps(story: Story | undefined) {
    steps.replaceChildren();
    for (const [at, step] of (story?.steps ?? []).entries()) {
      const item = make('li', 'speaker-item');
      item.append(button(`${at + 1}. ${step.title}`, () => actions.goTo(at)));
      steps.append(item);
    }
  }
  /** Scrolls the list, and not the page that it is on. */
  function seeCurrent() {
    const choice = steps.querySelector<HTMLElement>('[aria-current]');
    if (choice) steps.scrollTop = choice.offsetTop - steps.offsetTop - steps.clientHeight / 2;
  }
  function show(shown: Shown | undefined) {
    if (!shown) return write(status, say('speaker.waiting'));
    const { story, index, blank, audience, seen } = shown;
    const isMoved = now?.story?.id === story?.id && now?.index !== index;
    const isOther = now?.story !== story;
    now = shown;
    root.dataset.told = String(story !== undefined);
    const step = story?.steps[index];
    const next = story?.steps[index + 1];
    const state = [
      story ? '' : say('speaker.noStory'),
      blank === 'black' ? say('speaker.isBlack') : blank === 'white' ? say('speaker.isWhite') : '',
      audience === 'frozen' && story ? say('speaker.isFrozen', { step: seen + 1 }) : '',
    ];
    write(status, state.filter(Boolean).join(' '));
    write(place, story ? say('speaker.step', { step: index + 1, steps: story.steps.length }) : '');
    write(title, step?.title ?? '');
    write(text, step?.text ?? '');
    write(nextTitle, next?.title ?? (story ? say('speaker.end') : ''));
    write(notes, step?.notes ?? (story ? say('speaker.noNotes') : ''));
    if (isMoved) notes.scrollTop = 0;
    for (const { show } of toggles) show();
    if (isOther) fillSteps(story);
    for (const [at, choice] of [...steps.querySelectorAll('button')].entries()) {
      if (at === index) choice.setAttribute('aria-current', 'step');
      else choice.removeAttribute('aria-current');
    }
    if (isMoved || isOther) seeCurrent();
    // The talk begins with the first move.
    if (isMoved && timer.since === undefined && timer.spent === 0) set(started(timer, Date.now()));
    redraw();
    tick();
  }
  tick();
  window.setInterval(tick, TICK);
  return {
    mount,
    show,
    redraw,
    list: () => steps.querySelector<HTMLElement>('[aria-current]')?.focus(),
  };
}
