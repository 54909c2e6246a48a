import { useEffect, useMemo } from 'react';
import { monthsFrom } from '../../model/months.ts';
import { LOOKS } from '../../views/look.ts';
import { type View, VIEWS } from '../../views/view.ts';
import type { Experience } from '../../state/experience.ts';
import { useExperience } from '../../state/hooks.ts';
import { spanOf } from '../../state/span.ts';
import { actionFor, cameraCommands, type KeyAction, type KeyContext } from '../keys.ts';
import { useCopyLink } from './page/useCopyLink.ts';
import { type ExplorerActions, useActions, useOpen, type Window } from './page/actions.ts';
import { milestoneBeside } from './timeline/calendar.ts';

function createCommands(
  experience: Experience,
  actions: ExplorerActions,
  open: (window: Window) => void,
  copyLink: () => void,
): Record<KeyAction, () => void> {
  const { store, live } = experience;
  const jump = (day: number | undefined) => {
    if (day === undefined) return;
    experience.pause();
    experience.seek(day);
  };
  const site = () => store.getState().campuses[0]!.site;
  const span = () => spanOf(store.getState());
  const beside = (step: 1 | -1) => milestoneBeside(site(), span(), live.day, step);
  const month = (step: number) => () => jump(monthsFrom(site().dayZero, Math.round(live.day), step));
  const isTold = () => store.getState().story !== undefined;
  const story = (move: 'previous' | 'next') => void actions.stories().then((moves) => moves[move]());
  return {
    playPause: () => (store.getState().playing ? experience.pause() : experience.play()),
    dayBack: () => jump(Math.ceil(live.day - 1e-6) - 1),
    dayForward: () => jump(Math.floor(live.day + 1e-6) + 1),
    monthBack: month(-1),
    monthForward: month(1),
    previousMilestone: () => (isTold() ? story('previous') : jump(beside(-1)?.day)),
    nextMilestone: () => (isTold() ? story('next') : jump(beside(1)?.day)),
    start: () => jump(span().first),
    end: () => jump(span().last),
    ...(Object.fromEntries(VIEWS.map((view) => [view, () => experience.goTo(view)])) as Record<
      View,
      () => void
    >),
    ...cameraCommands(actions),
    roof: () => experience.set({ roof: !store.getState().roof }),
    look: () => {
      const next = LOOKS[(LOOKS.indexOf(store.getState().look) + 1) % LOOKS.length];
      if (next) experience.set({ look: next });
    },
    find: () => open('find'),
    explain: () => actions.inquiry.ask('middle'),
    copyLink,
    fullscreen: actions.toggleFullscreen,
    help: () => open('help'),
  };
}

const WRITES = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
const PRESSABLE = 'button, a[href], summary, input';
const HAS_ARROWS = 'input[type=radio], [role=listbox]';

/** Where the focus is; undefined where the focused control uses the key itself. */
function contextOf(target: EventTarget | null, key: string): KeyContext | undefined {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('dialog[open]') || target.closest(WRITES)) return undefined;
  if (key === ' ' && target.closest(PRESSABLE)) return undefined;
  if (/^(Arrow|Home|End)/.test(key) && target.closest(HAS_ARROWS)) return undefined;
  if (target.closest('[data-keys=timeline]')) return 'timeline';
  return target.closest('#stage, canvas') ? 'picture' : 'page';
}

/** Handles the keys of the table while the component is mounted. */
export function useKeys(): void {
  const experience = useExperience();
  const actions = useActions();
  const open = useOpen();
  const copyLink = useCopyLink();
  const commands = useMemo(
    () => createCommands(experience, actions, open, copyLink),
    [experience, actions, open, copyLink],
  );
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      const context = contextOf(event.target, event.key);
      const action = context && actionFor(event, context, document.documentElement.dir);
      if (!action) return;
      event.preventDefault();
      commands[action]();
    }
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [commands]);
}
