import { type GestureOwner, touchOwner } from '../../state/gesture.ts';

/** What the slider reads and does. */
export interface SliderSteps {
  /** The day shown, and whether it plays. */
  now(): { day: number; playing: boolean };
  seek(day: number): void;
  play(): void;
}

/**
 * Connects a slider of days. A finger changes the day only if it taps or is moved plainly sideways; a swipe that scrolls the page
 * changes nothing, and a movement that the browser takes over goes back.
 */
export function listenToSlider(slider: HTMLInputElement, { now, seek, play }: SliderSteps): void {
  let owner: GestureOwner = 'model';
  let start = { x: 0, y: 0, ...now() };
  /** The value of the slider under a finger that has not been decided about. */
  let wanted: number | undefined;
  const follow = () => {
    if (wanted !== undefined) seek(wanted);
    wanted = undefined;
  };
  slider.addEventListener('input', () => {
    if (owner === 'model') return seek(Number(slider.value));
    wanted = Number(slider.value);
    slider.value = String(now().day);
  });
  slider.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    owner = 'undecided';
    wanted = undefined;
    start = { x: event.clientX, y: event.clientY, ...now() };
  });
  slider.addEventListener('pointermove', (event) => {
    if (owner !== 'undecided' || event.pointerType !== 'touch' || !event.isPrimary) return;
    const [right, down] = [event.clientX - start.x, event.clientY - start.y];
    owner = touchOwner(owner, { fingers: 1, right, down, isDirect: false });
    if (owner === 'model') follow();
  });
  slider.addEventListener('pointerup', () => {
    if (owner === 'undecided') follow();
    owner = 'model';
  });
  slider.addEventListener('pointercancel', () => {
    if (owner === 'model' && now().day !== start.day) {
      seek(start.day);
      if (start.playing) play();
    }
    owner = 'model';
  });
}
