import { useExperience, useSite, useSiteName } from '../../../state/hooks.ts';
import { spanOf } from '../../../state/span.ts';
import { useOpen } from '../page/actions.ts';
import { milestoneBeside } from '../timeline/calendar.ts';
import { Grade } from '../widgets/Grade.tsx';
import { IconButton } from '../widgets/IconButton.tsx';
import { SourceLine } from '../widgets/SourceLine.tsx';
import { useSources } from '../page/useSources.ts';
import { useLanguage } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import './milestone.css';

/** The latest milestone on the day shown, with its sources and buttons to the next and the previous one. */
export function MilestoneCard() {
  const { say, format } = useLanguage();
  const open = useOpen();
  const { store, seek, pause, live } = useExperience();
  const site = useSite((campus) => campus.site);
  const milestone = useSite((campus, state) => campus.timeline.milestoneAt(state.day));
  const isFirst = useSite((campus, state) => !milestoneBeside(campus.site, spanOf(state), state.day, -1));
  const isLast = useSite((campus, state) => !milestoneBeside(campus.site, spanOf(state), state.day, 1));
  const owner = useSiteName();
  const sources = useSources();
  const told = (milestone?.sources ?? []).flatMap((id) => sources?.get(id) ?? []);

  function step(direction: 1 | -1) {
    const next = milestoneBeside(site, spanOf(store.getState()), live.day, direction);
    if (!next) return;
    pause();
    seek(next.day);
  }
  return (
    <section
      className="milestone"
      aria-label={owner ? `${say('region.milestone')}: ${owner}` : say('region.milestone')}
    >
      <div className="milestone-head">
        <p className="milestone-date">
          {milestone && format.date(milestone.date)}
          {owner && (
            <span className="milestone-owner">
              <DocumentText text={owner} lines={1} />
            </span>
          )}
        </p>
        <IconButton icon="list" label={say('milestone.all')} onClick={() => open('sources')} />
        <IconButton
          icon="previous"
          label={say('milestone.previous')}
          onClick={() => step(-1)}
          disabled={isFirst}
        />
        <IconButton icon="next" label={say('milestone.next')} onClick={() => step(1)} disabled={isLast} />
      </div>
      <h2 className="milestone-title">
        <DocumentText text={milestone?.title ?? say('milestone.none')} lines={3} />
      </h2>
      {milestone?.text && (
        <p className="milestone-text">
          <DocumentText text={milestone.text} lines={6} />
        </p>
      )}
      <ul className="milestone-sources">
        {milestone &&
          (told.length > 0 ? told : [undefined]).map((source, index) => (
            <li key={source?.id ?? ''}>
              {index === 0 && <Grade grade={milestone.grade} />} {source && <SourceLine source={source} />}
            </li>
          ))}
      </ul>
    </section>
  );
}
