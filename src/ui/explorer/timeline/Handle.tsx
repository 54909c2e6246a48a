import { type RefObject, useRef } from 'react';
import { dateOf } from '../../../model/days.ts';
import { useCampus, useChoice, useSite } from '../../../state/hooks.ts';
import { spanOf } from '../../../state/span.ts';
import { useLive } from '../page/useLive.ts';
import { useLanguage } from '../language/words.ts';
import type { Axis } from './axis.ts';

/** The day as a slider for keyboard and screen reader; its position follows every frame, its text the slower store. */
export function Handle({ axis, track }: { axis: Axis; track: RefObject<HTMLElement | null> }) {
  const { say, format } = useLanguage();
  const flag = useRef<HTMLSpanElement>(null);
  const day = useChoice((state) => Math.floor(state.day + 1e-6));
  const first = useChoice((state) => spanOf(state).first);
  const last = useChoice((state) => spanOf(state).last);
  const dayZero = useSite((first) => first.site.dayZero);
  const hasGpus = useCampus((campus) => campus.layout.totals.gpus > 0);
  const gpus = useChoice((state) => state.moment.gpus.inService);
  const servers = useChoice((state) => state.moment.servers.inService);
  useLive((live) => {
    track.current?.style.setProperty('--at', String(axis.share(live.day)));
    const text = format.shortDate(dateOf(dayZero, Math.floor(live.day + 1e-6)));
    if (flag.current && flag.current.textContent !== text) flag.current.textContent = text;
  });
  return (
    <div
      className="handle"
      role="slider"
      tabIndex={0}
      aria-label={say('timeline.slider')}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={day}
      aria-valuetext={say(hasGpus ? 'timeline.value' : 'timeline.servers', {
        date: format.date(dateOf(dayZero, day)),
        day: format.whole(day),
        gpus: format.whole(gpus),
        servers: format.whole(servers),
      })}
    >
      <span className="handle-flag" aria-hidden="true" ref={flag} />
    </div>
  );
}
