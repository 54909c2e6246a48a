import { useId, useState } from 'react';
import { useChoice } from '../../state/hooks.ts';
import { ChipFigures } from './facts/ChipFigures.tsx';
import { Headline } from './facts/Headline.tsx';
import { IconButton } from './widgets/IconButton.tsx';
import { Campuses } from './campuses/Campuses.tsx';
import { Caption } from './navigation/Caption.tsx';
import { ZoomSlider } from './navigation/ZoomSlider.tsx';
import { Ledger } from './facts/Ledger.tsx';
import { MilestoneCard } from './facts/MilestoneCard.tsx';
import { NamePlate } from './facts/NamePlate.tsx';
import { Notices } from './notices/Notices.tsx';
import { Options } from './choices/Options.tsx';
import { Cards } from './picture/Cards.tsx';
import { Legend } from './picture/Legend.tsx';
import { Selected } from './picture/Selected.tsx';
import { ScaleBar } from './picture/ScaleBar.tsx';
import { Stations } from './navigation/Stations.tsx';
import { Accounts } from './timeline/Accounts.tsx';
import { StoryWords } from './picture/StoryWords.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { SiteNote } from './facts/SiteNote.tsx';
import { Title } from './facts/Title.tsx';
import { Tools } from './choices/Tools.tsx';
import { PlayButton, Speed } from './timeline/Transport.tsx';
import { useFree } from './page/useFree.ts';
import { useSay } from './language/words.ts';
import './compact.css';

/** The layout of small windows: day and count on top, the timeline at the bottom, everything else in a sheet behind a button. */
export function Compact() {
  const say = useSay();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const view = useChoice((state) => state.view);
  const isOfChips = useChoice((state) => state.view === 'gpu' && state.chips.length > 0);
  const free = useFree();
  return (
    <div className="compact" data-open={isOpen || undefined}>
      <div className="strip">
        <Title />
        <Headline />
      </div>
      <div className="compact-free" ref={free}>
        <Notices />
        <Selected />
        <Cards />
        <Legend />
        <ScaleBar />
      </div>
      <StoryWords />
      <section className="sheet" id={id} aria-label={say('region.details')} hidden={!isOpen}>
        <Tools />
        <Stations />
        <Campuses />
        {isOfChips ? <ChipFigures /> : (view === 'server' || view === 'gpu') && <NamePlate view={view} />}
        <MilestoneCard />
        <SiteNote />
        <Accounts />
        <Ledger />
        <Options />
        <Speed />
      </section>
      <Timeline withTransport={false} />
      <div className="bar">
        <PlayButton />
        <ZoomSlider />
        <IconButton
          icon={isOpen ? 'close' : 'details'}
          label={say(isOpen ? 'tool.detailsClose' : 'tool.details')}
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
          aria-controls={id}
        />
        <Caption />
      </div>
    </div>
  );
}
