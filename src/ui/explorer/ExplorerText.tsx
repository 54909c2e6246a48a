import { useCampus } from '../../state/hooks.ts';
import { useActions } from './page/actions.ts';
import { Campuses } from './campuses/Campuses.tsx';
import { Headline } from './facts/Headline.tsx';
import { Ledger } from './facts/Ledger.tsx';
import { SiteNote } from './facts/SiteNote.tsx';
import { Notices } from './notices/Notices.tsx';
import { Options } from './choices/Options.tsx';
import { MilestoneList } from './windows/Sources.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { StoryWords } from './picture/StoryWords.tsx';
import { Cards } from './picture/Cards.tsx';
import { Title } from './facts/Title.tsx';
import { Tools } from './choices/Tools.tsx';
import { useSay } from './language/words.ts';
import './text.css';

/** Without WebGL: a still picture, the facts as text, and the timeline. */
export function ExplorerText() {
  const say = useSay();
  const { stillUrl } = useActions();
  const site = useCampus((campus) => campus.site);
  return (
    <div className="text">
      <div className="text-page">
        <div className="text-head">
          <Title />
          <Tools />
        </div>
        <Notices />
        <StoryWords />
        <Cards />
        <img className="text-still" src={stillUrl} alt={say('text.still', { site: site.name })} />
        <div className="text-facts">
          <div>
            <Headline />
            <Ledger />
            <SiteNote />
          </div>
          <div>
            <Campuses />
            <Options />
          </div>
        </div>
        <h2>{say('sources.milestones')}</h2>
        <MilestoneList />
      </div>
      <Timeline withTransport />
    </div>
  );
}
