import { useEffect, useState } from 'react';
import { useExperience } from '../../../state/hooks.ts';
import { countedBy } from '../../../timeline/campus.ts';
import { useLanguage } from '../language/words.ts';

/** Milliseconds without a change of the day before the counts are announced. */
const SETTLED_MS = 700;

/** Announces the counts to screen readers when the day has stopped changing; never while it plays. */
export function Spoken() {
  const { say, format } = useLanguage();
  const { store, campus } = useExperience();
  const [text, setText] = useState('');
  useEffect(() => {
    let timer = 0;
    let said = store.getState().moment;
    const unsubscribe = store.subscribe(({ moment, playing }) => {
      if (moment === said && timer === 0) return;
      clearTimeout(timer);
      timer = 0;
      if (playing) return;
      timer = window.setTimeout(() => {
        timer = 0;
        said = store.getState().moment;
        // A focused slider announces its own value.
        if (document.activeElement?.getAttribute('role') === 'slider') return;
        const counted = countedBy(campus());
        const { installed, inService } = said[counted];
        setText(
          say(`spoken.${counted}`, {
            date: format.date(said.date),
            day: format.whole(said.day),
            installed: format.whole(installed),
            inService: format.whole(inService),
            racks: format.whole(said.racks.installed),
            it: format.power(said.itW),
          }),
        );
      }, SETTLED_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, campus, say, format]);
  return (
    <p className="hidden" role="status" data-spoken="">
      {text}
    </p>
  );
}
