import { useChoice } from '../../state/hooks.ts';
import { Campuses } from './campuses/Campuses.tsx';
import { Options } from './choices/Options.tsx';
import { Tools } from './choices/Tools.tsx';
import { ChipFigures } from './facts/ChipFigures.tsx';
import { Headline } from './facts/Headline.tsx';
import { Ledger } from './facts/Ledger.tsx';
import { MilestoneCard } from './facts/MilestoneCard.tsx';
import { NamePlate } from './facts/NamePlate.tsx';
import { SiteNote } from './facts/SiteNote.tsx';
import { Title } from './facts/Title.tsx';
import { useSay } from './language/words.ts';
import { Stations } from './navigation/Stations.tsx';
import { Notices } from './notices/Notices.tsx';
import { useFree } from './page/useFree.ts';
import { ROOMY, TALL, useMedia } from './page/useMedia.ts';
import { Cards } from './picture/Cards.tsx';
import { Legend } from './picture/Legend.tsx';
import { Selected } from './picture/Selected.tsx';
import { ScaleBar } from './picture/ScaleBar.tsx';
import { StoryWords } from './picture/StoryWords.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { FoldButton, useFold } from './widgets/Fold.tsx';

/** The layout of large windows: facts on one side, choices on the other, stations between, the timeline at the bottom. */
export function Wide() {
  const say = useSay();
  const view = useChoice((state) => state.view);
  const isOfChips = useChoice((state) => state.view === 'gpu' && state.chips.length > 0);
  const isTold = useChoice((state) => state.story !== undefined);
  const hasCampuses = useChoice((state) => state.campuses.length > 1);
  const isRoomy = useMedia(ROOMY);
  const isTall = useMedia(TALL);
  const facts = useFold(isRoomy || isTall);
  const choices = useFold(isRoomy);
  const free = useFree();
  return (
    <div className="wide" data-choices={choices.isOpen || hasCampuses || undefined}>
      <div className="column" id={facts.id} data-folded={!facts.isOpen || undefined}>
        <Title />
        <Headline />
        <Ledger />
        {isTold ? (
          <StoryWords />
        ) : isOfChips ? (
          <ChipFigures />
        ) : view === 'server' || view === 'gpu' ? (
          <NamePlate view={view} />
        ) : (
          <MilestoneCard />
        )}
        <SiteNote />
        <div className="column-fold">
          <FoldButton fold={facts} label={say('fold.facts')} />
        </div>
      </div>
      <Stations withSlider />
      <div className="wide-free" ref={free}>
        <Notices />
        <Cards />
        <Selected />
      </div>
      <div className="column-chosen">
        <Tools />
        <div className="choices">
          <Campuses />
          <FoldButton fold={choices} label={say('region.choices')} />
          <div id={choices.id} hidden={!choices.isOpen}>
            <Options />
          </div>
        </div>
        <Legend />
        <ScaleBar />
      </div>
      <Timeline withTransport />
    </div>
  );
}
