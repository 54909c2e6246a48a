import { useMemo } from 'react';
import { dateOf } from '../../../model/days.ts';
import { useChoice, useSite } from '../../../state/hooks.ts';
import { disputedAccounts } from '../../../timeline/disputedBand.ts';
import { timeline } from '../../../timeline/timeline.ts';
import { useLanguage } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { strokeOf } from './Curves.tsx';
import './curves.css';

/** What the lines over the chart are, and in one sentence what is disputed on the day shown; nothing for a site with one account. */
export function Accounts() {
  const { say } = useLanguage();
  const curves = useSite((campus) => campus.site.curves);
  const sentence = useSentence();
  if (curves.length < 2) return null;
  return (
    <div className="accounts">
      <ul aria-label={say('accounts.list')}>
        {curves.map(({ id, label }, index) => (
          <li key={id}>
            <svg className="account-key" viewBox="0 0 30 10" aria-hidden="true" focusable="false">
              <path className={strokeOf(index)} d="M0 5H30" />
            </svg>
            <DocumentText text={label} lines={1} />
          </li>
        ))}
        {sentence && (
          <li>
            <span className="account-key curve-band" aria-hidden="true" />
            {say('accounts.band')}
          </li>
        )}
      </ul>
      {sentence && <p>{sentence}</p>}
    </div>
  );
}

/** What is announced for the day shown, and what the documented power could feed; undefined for a site without an account of its power. */
function useSentence(): string | undefined {
  const { say, format } = useLanguage();
  const layout = useSite((campus) => campus.layout);
  const day = useChoice((state) => state.day);
  const accounts = useMemo(() => {
    const both = disputedAccounts(layout.site);
    return both?.map((curve) => ({ curve, growth: timeline(layout, curve.id) }));
  }, [layout]);
  const [fed, announced] = accounts ?? [];
  if (!fed || !announced) return undefined;
  const machines = layout.totals.gpus > 0 ? 'gpus' : 'servers';
  const [could, are] = [fed, announced].map(({ growth }) => growth.at(day)[machines].inService);
  const documented = fed.curve.points.at(-1)!.day;
  const key = are === 0 ? 'none' : could! >= are! ? 'agreed' : day > documented ? 'held' : 'disputed';
  const date = (of: number) => format.date(dateOf(layout.site.dayZero, Math.floor(of + 1e-6)));
  return say(`accounts.${key}`, {
    ...{ unit: say(`accounts.${machines}`), date: date(day), until: date(documented) },
    ...{ high: format.whole(are!), low: format.whole(could!) },
  });
}
