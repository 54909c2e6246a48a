import { useId } from 'react';
import { CHIPS } from '../../../model/chips.ts';
import { fullCatalogueIn } from '../../../model/comparison.ts';
import { useCampus, useChoice } from '../../../state/hooks.ts';
import { useLanguage } from '../language/words.ts';
import { FigureLine } from './FigureLine.tsx';
import { useFigures } from './useFigures.ts';

/** Power and energy of a site on a day. */
const OF_SITE = [
  ...[
    'watts-per-gpu-it',
    'watts-per-gpu-facility',
    'it-power',
    'facility-power',
    'pue',
    'energy-year',
    'homes',
  ],
  'flop-per-joule',
];

/** Power, energy and homes of the shown site on the day shown, and how far a joule goes on each chip. */
export function Energy() {
  const { say, format } = useLanguage();
  const id = useId();
  const { figures, card } = useFigures();
  const catalogue = useCampus(({ site }) => fullCatalogueIn(site));
  const name = useCampus((campus) => campus.site.name);
  const date = useChoice((state) => state.moment.date);
  const list = (ids: readonly string[], named?: (id: string) => string | undefined) => (
    <dl className="figure-list">
      {ids.map((each) => {
        const found = card(figures.get(each));
        return found && <FigureLine key={each} card={found} name={named?.(each) ?? found.name} />;
      })}
    </dl>
  );
  return (
    <section className="numbers-part" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`}>{say('numbers.energy', { site: name, date: format.date(date) })}</h3>
      {list(OF_SITE)}
      <h4>{say('numbers.efficiency')}</h4>
      {list(
        [...CHIPS.map((chip) => `${chip}.flop-per-joule`), 'flop-per-joule-gain'],
        (each) => catalogue.get(each.split('.')[0]!)?.name,
      )}
    </section>
  );
}
