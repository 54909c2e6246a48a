import { useSite, useExperience } from '../../../state/hooks.ts';
import { useOpen } from '../page/actions.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { Grade } from '../widgets/Grade.tsx';
import { SourceLine, SourceLines } from '../widgets/SourceLine.tsx';
import { useSources } from '../page/useSources.ts';
import { useLanguage, useSay } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import './sources.css';

/** All milestones with their sources; those from day 0 on are buttons to their day. */
export function MilestoneList({ onGo }: { onGo?: () => void }) {
  const { say, format } = useLanguage();
  const { seek, pause } = useExperience();
  const milestones = useSite((campus) => campus.site.milestones);
  const current = useSite((campus, state) => campus.timeline.milestoneAt(state.day)?.id);
  const sources = useSources();
  function go(day: number) {
    pause();
    seek(day);
    onGo?.();
  }
  return (
    <>
      {!sources && <p role="status">{say('loading')}</p>}
      <ol className="story">
        {milestones.map(({ id, day, date, title, text, grade, sources: named }) => (
          <li key={id} aria-current={id === current ? 'date' : undefined}>
            <span className="story-date">{format.shortDate(date)}</span>
            <div>
              {day >= 0 ? (
                <button type="button" className="story-title" onClick={() => go(day)}>
                  <DocumentText text={title} lines={3} />
                </button>
              ) : (
                <span className="story-title">
                  <DocumentText text={title} lines={3} />
                </span>
              )}
              {text && (
                <p>
                  <DocumentText text={text} lines={6} />
                </p>
              )}
              <p className="story-sources">
                <Grade grade={grade} />
                <SourceLines ids={named} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** All milestones and all sources. */
export function Sources() {
  const say = useSay();
  const open = useOpen();
  const sources = useSources();
  return (
    <Dialog title={say('sources.title')}>
      <button type="button" className="button" onClick={() => open('figures')}>
        {say('option.figures')}
      </button>
      <h3>{say('sources.milestones')}</h3>
      <MilestoneList onGo={() => open(null)} />
      <h3>{say('sources.list')}</h3>
      <ul className="source-list">
        {[...(sources?.values() ?? [])].map((source) => (
          <li key={source.id}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
      <p className="source-credit">{say('sources.credit')}</p>
    </Dialog>
  );
}
