import { useRef } from 'react';
import { dateOf } from '../../../model/days.ts';
import { useCampus, useSite } from '../../../state/hooks.ts';
import { useLive } from '../page/useLive.ts';
import { useLanguage } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import './title.css';

/** The site's name, operator and place, and the day shown; the day is written straight into the page while it plays. */
export function Title() {
  const { say, format } = useLanguage();
  const site = useCampus((campus) => campus.site);
  const dayZero = useSite((first) => first.site.dayZero);
  const date = useRef<HTMLSpanElement>(null);
  const day = useRef<HTMLSpanElement>(null);
  const shown = useRef('');
  useLive((live) => {
    const whole = Math.floor(live.day + 1e-6);
    const key = `${whole} ${dayZero} ${format.tag}`;
    if (shown.current === key || !date.current || !day.current) return;
    shown.current = key;
    date.current.textContent = format.date(dateOf(dayZero, whole));
    day.current.textContent = say('title.day', { day: format.whole(whole) });
  });
  return (
    <header className="title">
      <h1 className="title-name">
        <DocumentText text={site.name} lines={3} />
      </h1>
      <p className="title-place">
        <DocumentText
          text={say('title.place', { operator: site.operator, place: site.placeName })}
          lines={2}
        />
      </p>
      <p className="title-when">
        <span className="title-date" ref={date} />
        <span className="title-day" ref={day} />
      </p>
    </header>
  );
}
