import { type KeyboardEvent, useRef } from 'react';
import { shownAt, VIEWS } from '../../../views/view.ts';
import { arrowStep } from '../../keys.ts';
import { useCampus } from '../../../state/hooks.ts';
import { useSay } from '../language/words.ts';
import { useActions } from '../page/actions.ts';
import { useLive } from '../page/useLive.ts';
import './zoomSlider.css';

const LAST = VIEWS.length - 1;

/** A slider for the zoom level, from the site to one GPU or processor; it follows the camera. */
export function ZoomSlider() {
  const say = useSay();
  const { zoomTo } = useActions();
  const gpus = useCampus(({ layout }) => layout.totals.gpus);
  const input = useRef<HTMLInputElement>(null);
  const isHeld = useRef(false);
  useLive(({ zoomLevel }) => {
    const slider = input.current;
    if (!slider) return;
    // While the slider is dragged, the camera is still on its way to the slider's value.
    if (!isHeld.current) slider.value = zoomLevel.toFixed(2);
    slider.setAttribute(
      'aria-valuetext',
      say(`view.${shownAt(VIEWS[Math.round(zoomLevel)] ?? 'site', gpus)}`),
    );
  }, 'frame');
  const hold = (held: boolean) => () => {
    isHeld.current = held;
  };
  /** Arrow keys go to the next station; the slider's own step of 0.01 would be invisible. */
  function press(event: KeyboardEvent<HTMLInputElement>) {
    const slider = event.currentTarget;
    const step = arrowStep(event.key, getComputedStyle(slider).direction);
    if (step === 0) return;
    event.preventDefault();
    const level = Number(slider.value);
    // Within 0.01 of a station counts as at the station.
    const next = step > 0 ? Math.floor(level + 0.01) + 1 : Math.ceil(level - 0.01) - 1;
    const to = Math.min(Math.max(next, 0), LAST);
    slider.value = String(to);
    zoomTo(to);
  }
  return (
    <input
      ref={input}
      className="zoom-slider"
      type="range"
      min={0}
      max={LAST}
      step={0.01}
      defaultValue={0}
      aria-label={say('zoom.slider')}
      onPointerDown={hold(true)}
      onPointerUp={hold(false)}
      onPointerCancel={hold(false)}
      onInput={(event) => zoomTo(Number(event.currentTarget.value))}
      onKeyDown={press}
    />
  );
}
