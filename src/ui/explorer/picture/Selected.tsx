import { addressOf } from '../../../layout/address.ts';
import { useCampus, useChoice, useExperience, useOwnDay } from '../../../state/hooks.ts';
import { dateOf } from '../../../model/days.ts';
import { useActions } from '../page/actions.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { useLanguage } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import './selected.css';

/** The selected GPU with its address and a button to deselect it. */
export function Selected() {
  const { say, format } = useLanguage();
  const { select } = useExperience();
  const gpu = useChoice((state) => state.gpu);
  const layout = useCampus((campus) => campus.layout);
  const installedDay = useCampus((campus) => campus.timeline.installedDay);
  const day = Math.floor(useOwnDay() + 1e-6);
  const { inquiry } = useActions();
  if (!(gpu > 0 && gpu <= layout.totals.gpus)) return null;
  const { rackIndex, ...place } = addressOf(layout, gpu);
  const kind = layout.site.rackKinds[layout.racks.kind[rackIndex]!]!.name;
  const goesIn = installedDay[rackIndex] ?? 0;
  return (
    <section className="selected" aria-label={say('region.selected')}>
      <span className="swatch swatch-signal" aria-hidden="true" />
      <p>
        <strong>{say('address.number', { number: format.whole(gpu) })}</strong>
        <span>{say('address.gpu', { ...place })}</span>
        <span className="soft">
          {goesIn > day && Number.isFinite(goesIn) ? (
            say('address.later', { date: format.date(dateOf(layout.site.dayZero, Math.ceil(goesIn))) })
          ) : (
            <DocumentText text={kind} lines={1} />
          )}
        </span>
      </p>
      <IconButton icon="about" label={say('tool.explain')} onClick={() => inquiry.ask({ gpu })} />
      <IconButton icon="close" label={say('tool.deselect')} onClick={() => select(0)} />
    </section>
  );
}
