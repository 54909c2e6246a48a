import { dateOf, dayOf } from '../../../model/days.ts';
import type { Axis } from './axis.ts';

/** One tick of the axis, with or without a label. */
interface Tick {
  /** ISO date: the first of a month, or the axis' first day for the first tick. */
  date: string;
  share: number;
  label: 'month' | 'year' | 'none';
}

/** Most month labels before the break, so that they do not touch on a phone. */
const MOST_LABELS = 12;
/** Least distance between labels, and from the last label to the axis' end, as a share of the width. */
const LEAST_GAP = 0.045;

/** Ticks at the first day of each month of the axis, and at its start. */
export function ticksOf(dayZero: string, axis: Axis): Tick[] {
  const start = dateOf(dayZero, axis.firstDay);
  const [year = 0, month = 1] = start.split('-').map(Number);
  const grown = axis.split?.day ?? axis.lastDay;
  const grownMonths = (grown - axis.firstDay) / 30.4;
  const step = [1, 2, 3, 6, 12].find((months) => grownMonths / months <= MOST_LABELS) ?? 12;
  const ticks: Tick[] = [{ date: start, share: 0, label: 'month' }];
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

/** Where the calendar years of the axis begin: its first day and every 1 January. */
export function yearsOf(dayZero: string, axis: Axis): Tick[] {
  const start = dateOf(dayZero, axis.firstDay);
  const first: Tick = { date: start, share: 0, label: 'year' };
  const last = Number(dateOf(dayZero, axis.lastDay).slice(0, 4));
  const years: Tick[] = [first];
  for (let year = Number(start.slice(0, 4)) + 1; year <= last; year++) {
    const date = `${year}-01-01`;
    const share = axis.share(dayOf(dayZero, date));
    if (share - (years.at(-1)?.share ?? 0) >= LEAST_GAP && share < 1 - LEAST_GAP)
      years.push({ date, share, label: 'year' });
  }
  return years;
}
