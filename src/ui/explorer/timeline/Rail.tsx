import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from 'react';
import { useSite, useExperience } from '../../../state/hooks.ts';
import { useLanguage } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import type { Axis } from './axis.ts';
import { shareAt } from './shareAt.ts';

/** Largest distance from the pointer to the mark that it selects, CSS pixels. */
const REACH = 22;

/** Milestones as marks: one Tab stop, arrow keys move along; a pointer selects the nearest, as marks can be closer than a finger is wide. */
export function Rail({ axis }: { axis: Axis }) {
  const { say, format } = useLanguage();
  const id = useId();
  const { seek, pause, live } = useExperience();
  const all = useSite((campus) => campus.site.milestones);
  const current = useSite((campus, state) => campus.timeline.milestoneAt(state.day)?.id);
  const { firstDay, lastDay } = axis;
  const milestones = useMemo(
    () => all.filter(({ day }) => day >= firstDay && day <= lastDay),
    [all, firstDay, lastDay],
  );
  const [shownId, setShown] = useState<string>();
  const shown = milestones.find((milestone) => milestone.id === shownId);

  function nearest(event: PointerEvent<HTMLElement>) {
    const share = shareAt(event);
    let found: (typeof milestones)[number] | undefined;
    let least = REACH / event.currentTarget.clientWidth;
    for (const milestone of milestones) {
      const away = Math.abs(axis.share(milestone.day) - share);
      if (away < least) [found, least] = [milestone, away];
    }
    return found;
  }
  function go(milestone: (typeof milestones)[number] | undefined) {
    if (!milestone) return;
    pause();
    seek(milestone.day);
    setShown(milestone.id);
  }
  function press(event: KeyboardEvent) {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const here = milestones.findLastIndex((milestone) => milestone.day <= live.day + 5e-4);
    const between = here >= 0 && Math.abs((milestones[here]?.day ?? 0) - live.day) > 5e-4;
    if (event.key === 'Home') go(milestones[0]);
    else if (event.key === 'End') go(milestones.at(-1));
    else if (event.key === forward || event.key === 'ArrowDown') go(milestones[here + 1]);
    else if (event.key.startsWith('Arrow')) go(milestones[between ? here : Math.max(here - 1, 0)]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div
      className="rail"
      role="listbox"
      aria-label={say('milestone.rail')}
      aria-orientation="horizontal"
      aria-activedescendant={current && `${id}${current}`}
      tabIndex={0}
      onKeyDown={press}
      onFocus={() => setShown(current)}
      onBlur={() => setShown(undefined)}
      onPointerMove={(event) => setShown(nearest(event)?.id)}
      onPointerLeave={() => setShown(undefined)}
      onPointerDown={(event) => {
        const found = nearest(event);
        if (!found) return;
        event.stopPropagation();
        go(found);
      }}
    >
      {milestones.map((milestone) => (
        <span
          key={milestone.id}
          id={`${id}${milestone.id}`}
          role="option"
          tabIndex={-1}
          className="mark"
          aria-selected={milestone.id === current}
          aria-label={say('milestone.option', { title: milestone.title, date: format.date(milestone.date) })}
          data-shown={milestone.id === shownId || undefined}
          style={{ '--share': axis.share(milestone.day) } as CSSProperties}
        />
      ))}
      {shown && (
        <span
          className="flag"
          aria-hidden="true"
          data-end={axis.share(shown.day) > 0.6 || undefined}
          style={{ '--share': axis.share(shown.day) } as CSSProperties}
        >
          <span className="flag-date">{format.shortDate(shown.date)}</span>
          <DocumentText text={shown.title} lines={2} />
        </span>
      )}
    </div>
  );
}
