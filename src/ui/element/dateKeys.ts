import { monthsFrom } from '../../model/months.ts';
import type { Experience } from '../../state/experience.ts';
import { type Span, spanOf } from '../../state/span.ts';
import { arrowStep } from '../keys.ts';

/** A day within a span; days are counted from `dayZero`, an ISO date. */
interface Place {
  day: number;
  span: Span;
  dayZero: string;
}

/** Rounding errors of days count for nothing. */
const NEARLY = 1e-6;

/**
 * The day that a key of a slider leads to: arrows to the next whole day, Page keys a calendar month, Home and End to the span's ends. Not
 * limited to the span; undefined for other keys. `direction` is the slider's direction of writing.
 */
export function dayFor(key: string, direction: string, { day, span, dayZero }: Place): number | undefined {
  const step = arrowStep(key, direction);
  if (step > 0) return Math.floor(day + NEARLY) + 1;
  if (step < 0) return Math.ceil(day - NEARLY) - 1;
  if (key === 'Home') return span.first;
  if (key === 'End') return span.last;
  if (key === 'PageUp' || key === 'PageDown')
    return monthsFrom(dayZero, day + NEARLY, key === 'PageUp' ? 1 : -1);
  return undefined;
}

/** Lets the keys of a slider change the day. Returns a function that stops it. */
export function listenToDateKeys(slider: HTMLInputElement, experience: Experience): () => void {
  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const day = dayFor(event.key, getComputedStyle(slider).direction, {
      day: experience.live.day,
      span: spanOf(experience.store.getState()),
      dayZero: experience.store.getState().campuses[0]!.site.dayZero,
    });
    if (day === undefined) return;
    // The slider's own step would be a fraction of a day.
    event.preventDefault();
    experience.pause();
    experience.seek(day);
  }
  slider.addEventListener('keydown', press);
  return () => slider.removeEventListener('keydown', press);
}
