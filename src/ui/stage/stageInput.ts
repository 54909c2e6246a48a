import type { Blank, StageControl } from '../../state/stageControl.ts';
import type { Panels } from './panels.ts';
import { toggleFullscreen } from '../fullscreen.ts';
import { type StageAction, stageAction, WHILE_BLANK } from './stageKeys.ts';

/** Least way of a swipe, CSS pixels. */
const SWIPE = 60;
/** A swipe is this many times as wide as it is high. */
const SIDEWAYS = 2;
/** How long a cursor that rests and the menu's button are seen, milliseconds. */
const CURSOR_MS = 5000;

/** Where keys are not the stage's. */
const WRITES = 'input, textarea, select, [contenteditable], .editor';

/** The editor of stories as keys open and close it. */
export interface EditorSwitch {
  toggle(): void;
  /** Closes it; false where it is not open. */
  close(): boolean;
}

/** Listens to the keys and the clicker of the stage, before anything else hears them. */
export function listenToStageKeys(
  control: StageControl,
  panels: Panels,
  changeContrast: () => void,
  editor: EditorSwitch,
  openSpeaker: () => void,
): void {
  const blank = (to: Exclude<Blank, 'none'>) => control.blank(control.state().blank === to ? 'none' : to);
  const acts: Record<StageAction, () => void> = {
    next: () => void control.next(),
    previous: () => void control.previous(),
    first: () => void control.goTo(0),
    last: () => void control.goTo((control.state().told?.position.steps ?? 1) - 1),
    black: () => blank('black'),
    white: () => blank('white'),
    overview: () => panels.toggle('overview'),
    jump: () => panels.toggle('jump'),
    fullscreen: toggleFullscreen,
    contrast: changeContrast,
    edit: editor.toggle,
    speaker: openSpeaker,
    remote: () => panels.toggle('remote'),
    help: () => panels.toggle('help'),
    start: toggleFullscreen,
    leave() {
      if (panels.open() && (panels.open() !== 'choose' || control.state().told)) panels.dismiss();
      else if (!editor.close() && document.fullscreenElement) toggleFullscreen();
    },
  };
  window.addEventListener(
    'keydown',
    (event) => {
      const action = stageAction(event);
      const isWriting = event.target instanceof Element && event.target.closest(WRITES) !== null;
      // In a field only the keys that write nothing count.
      if (isWriting && !(action === 'leave' || action === 'start' || event.key === 'F1')) return;
      const isBlank = control.state().blank !== 'none';
      if (isBlank && !WHILE_BLANK.includes(action) && event.key !== 'F1') {
        if (action) event.preventDefault();
        return;
      }
      if (!action && panels.open() !== 'help') return;
      const isPlain = !(event.ctrlKey || event.altKey || event.metaKey);
      const isTaken = isPlain && panels.press(action, event);
      // A pressed button is the browser's.
      const isButton = event.target instanceof HTMLButtonElement && event.key === ' ';
      if (!isTaken && (!action || (isButton && panels.open()))) return;
      event.preventDefault();
      event.stopPropagation();
      if (isTaken || event.repeat) return;
      const isStory = control.state().told !== undefined;
      if (isStory || !['overview', 'jump', 'first', 'last', 'next', 'previous'].includes(action!))
        acts[action!]();
    },
    { capture: true },
  );
}

/** Goes to the next or the previous step by a swipe of one finger over the picture. */
export function listenToSwipes(stage: HTMLElement, control: StageControl): void {
  let begun: { id: number; x: number; y: number } | undefined;
  let fingers = 0;
  stage.addEventListener(
    'pointerdown',
    ({ pointerType, pointerId: id, clientX: x, clientY: y }) => {
      if (pointerType !== 'touch') return;
      const isPicture = !stage.closest('[data-editing]');
      begun = ++fingers === 1 && isPicture ? { id, x, y } : undefined;
    },
    { capture: true },
  );
  const end = ({ pointerType, pointerId, clientX, clientY, type }: PointerEvent) => {
    if (pointerType !== 'touch') return;
    fingers = Math.max(0, fingers - 1);
    if (!begun || begun.id !== pointerId || type === 'pointercancel') return;
    const [right, down] = [clientX - begun.x, clientY - begun.y];
    const isSwipe = Math.abs(right) >= SWIPE && Math.abs(right) >= SIDEWAYS * Math.abs(down);
    if (isSwipe && control.state().blank === 'none') void (right < 0 ? control.next() : control.previous());
    begun = undefined;
  };
  for (const name of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(name, end, { capture: true });
}

/**
 * Hides cursor and menu's button, by an attribute `data-idle`, until a mouse moves or the picture is tapped: again after a while, and with
 * each step.
 */
export function hideIdle(root: HTMLElement, stage: HTMLElement, control: StageControl): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    clearTimeout(resting);
    root.setAttribute('data-idle', '');
  };
  const wake = () => {
    rest();
    root.removeAttribute('data-idle');
    resting = setTimeout(rest, CURSOR_MS);
  };
  window.addEventListener('pointermove', ({ pointerType }) => pointerType === 'touch' || wake());
  stage.addEventListener('click', wake);
  let at = control.state().told?.position;
  control.subscribe(() => {
    const { told } = control.state();
    if (told && told.position !== at) {
      rest();
      root.querySelector<HTMLElement>('.stage-menu:focus')?.blur();
    }
    at = told?.position;
  });
  rest();
}

/** Keeps the screen awake while the page is seen, where the browser can. */
export function keepAwake(): void {
  const ask = () => {
    if (!document.hidden) void navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
