import { type CSSProperties, useMemo } from 'react';
import { useSite } from '../../../state/hooks.ts';
import { useLanguage } from '../language/words.ts';
import type { Axis } from './axis.ts';
import { ticksOf, yearsOf } from './ticks.ts';

const at = (share: number) => ({ '--share': share }) as CSSProperties;

/** Months and years under the chart, and the mark where the scale changes. */
export function Ticks({ axis }: { axis: Axis }) {
  const { say, format } = useLanguage();
  const dayZero = useSite((campus) => campus.site.dayZero);
  const ticks = useMemo(() => ticksOf(dayZero, axis), [dayZero, axis]);
  const years = useMemo(() => yearsOf(dayZero, axis), [dayZero, axis]);
  const { split } = axis;
  return (
    <div className="ticks" aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick.date} className={`tick tick-${tick.label}`} style={at(tick.share)}>
          {tick.label === 'month' && (
            <>
              <span className="tick-name">{format.monthName(tick.date)}</span>
              <span className="tick-letter">{format.monthLetter(tick.date)}</span>
            </>
          )}
        </span>
      ))}
      {years.map((year) => (
        <span key={year.date} className="tick-year-label" style={at(year.share)}>
          {format.yearNumber(year.date)}
        </span>
      ))}
      {split && (
        <span className="break" style={at(split.share)}>
          <svg viewBox="0 0 10 12" aria-hidden="true" focusable="false">
            <path d="M1 12 5 0M5 12 9 0" />
          </svg>
          {split.tighter >= 1.5 && (
            <span className="break-note">
              {say('timeline.tighter', { factor: format.factor(Math.round(split.tighter)) })}
            </span>
          )}
        </span>
      )}
    </div>
  );
}
