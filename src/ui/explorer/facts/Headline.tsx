import { useCampus, useChoice } from '../../../state/hooks.ts';
import { useLanguage } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import './headline.css';

/** The counts of GPUs in service and installed, with their colours in the picture, and how the counts are known. */
export function Headline() {
  const { say, format } = useLanguage();
  const moment = useChoice((state) => state.moment);
  const totals = useCampus((campus) => campus.layout.totals);
  const account = useCampus(({ site, curve }) =>
    site.curves.length > 1 ? site.curves.find(({ id }) => id === curve)?.label : undefined,
  );
  const hasGpus = totals.gpus > 0;
  const counts = hasGpus ? moment.gpus : moment.servers;
  const widest = format.whole(hasGpus ? totals.gpus : totals.servers);
  const inService = hasGpus ? 'inService' : 'serversInService';
  const shown = [
    { place: 'main', swatch: 'ink', count: inService, id: 'in-service', value: counts.inService },
    { place: 'second', swatch: 'signal', count: 'installed', id: 'installed', value: counts.installed },
  ];
  const [from = '', to = ''] = moment.basisDates.map((date) => format.date(date));
  const basis = say(`basis.${moment.basis}`);
  const note = moment.basisNote ?? say(`basis.${moment.basis}.means`, { from, to });
  return (
    <section className="headline" aria-label={say('region.facts')}>
      <dl>
        {shown.map(({ place, swatch, count, id, value }) => (
          <div key={id} className={`headline-${place}`}>
            <dt>
              <span className={`swatch swatch-${swatch}`} aria-hidden="true" />
              {say(`count.${count}`)}
            </dt>
            <dd className="figure">
              <span className="figure-holder" aria-hidden="true">
                {widest}
              </span>
              <span data-count={id}>{format.whole(value)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="headline-basis" title={note}>
        <DocumentText text={account ? say('basis.account', { account, basis }) : basis} lines={2} />
      </p>
    </section>
  );
}
