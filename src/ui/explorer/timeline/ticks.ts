import { dateOf, dayOf } from '../../../model/days.ts';
import type { Axis } from './axis.ts';

/** One line of the axis. A quiet tick has no label. */
export interface Tick {
  /** ISO date, the first of a month; of the first tick day 0 itself. */
  date: string;
  share: number;
  label: 'month' | 'year' | 'none';
}

/** Most month labels in the growth part, so that they stay apart on a phone. */
const MOST_LABELS = 12;
/** Least share between two labels, and between a label and the axis' end. */
const LEAST_GAP = 0.045;

/** First days of months from day 0 to the last day, and what is written at them. */
export function ticksOf(dayZero: string, axis: Axis): Tick[] {
  const [year = 0, month = 1] = dayZero.split('-').map(Number);
  const grown = axis.split?.day ?? axis.lastDay;
  const step = [1, 2, 3, 6, 12].find((months) => grown / 30.4 / months <= MOST_LABELS) ?? 12;
  const ticks: Tick[] = [{ date: dayZero, share: 0, label: 'month' }];
  let labelled = 0;
  for (let months = 1; ; months++) {
    const date = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
    const day = dayOf(dayZero, date);
    if (day > axis.lastDay) break;
    const share = axis.share(day);
    const isYear = date.slice(5, 7) === '01';
    const clear = !axis.split || Math.abs(axis.split.share - share) >= LEAST_GAP;
    const fits = clear && share - labelled >= LEAST_GAP && share < 1 - LEAST_GAP / 2;
    const isMonth = day <= grown && (Number(date.slice(5, 7)) - 1) % step === 0 && fits;
    const label = isYear ? 'year' : isMonth ? 'month' : 'none';
    if (label !== 'none') labelled = share;
    ticks.push({ date, share, label });
  }
  return ticks;
}

/** Where the calendar years of the axis begin: day 0 and every 1 January. */
export function yearsOf(dayZero: string, axis: Axis): Tick[] {
  const first: Tick = { date: dayZero, share: 0, label: 'year' };
  const last = Number(dateOf(dayZero, axis.lastDay).slice(0, 4));
  const years: Tick[] = [first];
  for (let year = Number(dayZero.slice(0, 4)) + 1; year <= last; year++) {
    const date = `${year}-01-01`;
    const share = axis.share(dayOf(dayZero, date));
    if (share - (years.at(-1)?.share ?? 0) >= LEAST_GAP && share < 1 - LEAST_GAP)
      years.push({ date, share, label: 'year' });
  }
  return years;
}
