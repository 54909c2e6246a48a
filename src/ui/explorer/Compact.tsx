import { useId, useRef, useState } from 'react';
import { useChoice } from '../../state/hooks.ts';
import { Headline } from './Headline.tsx';
import { IconButton } from './IconButton.tsx';
import { Caption, Ladder } from './Ladder.tsx';
import { Ledger } from './Ledger.tsx';
import { MilestoneCard } from './MilestoneCard.tsx';
import { NamePlate } from './NamePlate.tsx';
import { Notices } from './Notices.tsx';
import { Options } from './Options.tsx';
import { Selected } from './Readout.tsx';
import { ScaleBar } from './ScaleBar.tsx';
import { Stations } from './Stations.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { Title } from './Title.tsx';
import { Tools } from './Tools.tsx';
import { PlayButton, Speed } from './Transport.tsx';
import { useFree } from './useFree.ts';
import { useSay } from './words.ts';
import './compact.css';

/** Little room: the day and the count above, time below, everything else in one sheet behind one button. */
export function Compact() {
  const say = useSay();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const view = useChoice((state) => state.view);
  const free = useRef<HTMLDivElement>(null);
  useFree(free);
  return (
    <div className="compact" data-open={isOpen || undefined}>
      <div className="strip">
        <Title />
        <Headline />
      </div>
      <div className="compact-free" ref={free}>
        <Notices />
        <Selected />
        <ScaleBar />
      </div>
      <section className="sheet" id={id} aria-label={say('region.details')} hidden={!isOpen}>
        <Tools />
        <Stations />
        {(view === 'server' || view === 'gpu') && <NamePlate view={view} />}
        <MilestoneCard />
        <Ledger />
        <Options />
        <Speed />
      </section>
      <Timeline withTransport={false} />
      <div className="bar">
        <PlayButton />
        <div className="bar-ladder">
          <Ladder />
          <Caption />
        </div>
        <IconButton
          icon={isOpen ? 'close' : 'details'}
          label={say(isOpen ? 'tool.detailsClose' : 'tool.details')}
          onClick={() => setOpen(!isOpen)}
          expanded={isOpen}
          controls={id}
        />
      </div>
    </div>
  );
}
