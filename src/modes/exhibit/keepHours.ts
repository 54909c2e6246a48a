import { DRIFT_MS, driftAt, type Schedule, scheduleAt, type Settings } from '../../state/exhibitSettings.ts';
import { make } from '../../ui/element/make.ts';

/** Milliseconds between two looks at the clock. */
const LOOK_MS = 15_000;

/** What follows the clock of the house. */
export interface Hours {
  /** What is shown now. */
  now(): Schedule;
  /** Looks at the clock, and dresses the page for it; call it when settings, clock or state have changed. */
  look(): void;
}

/**
 * Dims the page by its settings and darkens it outside of the opening hours, and lets what lies over the attract loop drift, so that nothing
 * burns into the screen. `isFree` says whether the attract loop runs; `changed` is called when another look is due, or it opens or closes.
 */
export function keepHours(
  root: HTMLElement,
  settings: () => Settings,
  isFree: () => boolean,
  changed: (schedule: Schedule, isDark: boolean) => void,
): Hours {
  const shade = make('div', 'exhibit-shade');
  root.append(shade);
  const now = () => scheduleAt(settings(), new Date());
  let last = '';
  function look() {
    const schedule = now();
    const isDark = isFree() && !schedule.isOpen;
    shade.style.opacity = isDark ? '1' : String(1 - schedule.brightness);
    root.toggleAttribute('data-dark', isDark);
    const [x, y] = isFree() ? driftAt(performance.now()) : [0, 0];
    root.style.setProperty('--drift', `${x.toFixed(1)}px ${y.toFixed(1)}px`);
    const next = `${schedule.look} ${isDark}`;
    if (next === last) return;
    last = next;
    changed(schedule, isDark);
  }
  setInterval(look, Math.min(LOOK_MS, DRIFT_MS));
  return { now, look };
}
