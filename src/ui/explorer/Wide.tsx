import { useRef } from 'react';
import { useChoice } from '../../state/hooks.ts';
import { Headline } from './Headline.tsx';
import { Ledger } from './Ledger.tsx';
import { MilestoneCard } from './MilestoneCard.tsx';
import { NamePlate } from './NamePlate.tsx';
import { Options } from './Options.tsx';
import { Selected } from './Readout.tsx';
import { ScaleBar } from './ScaleBar.tsx';
import { Stations } from './Stations.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { Title } from './Title.tsx';
import { Tools } from './Tools.tsx';
import { useFree } from './useFree.ts';

/** Room enough: what is told on one side, what is chosen on the other, time along the bottom. */
export function Wide() {
  const view = useChoice((state) => state.view);
  const middle = useRef<HTMLDivElement>(null);
  useFree(middle);
  return (
    <div className="wide">
      <div className="column column-told">
        <Title />
        <Headline />
        <Ledger />
        {view === 'server' || view === 'gpu' ? <NamePlate view={view} /> : <MilestoneCard />}
      </div>
      <div className="wide-middle" ref={middle}>
        <Stations withLadder />
        <Selected />
      </div>
      <div className="column-chosen">
        <Tools />
        <Options />
        <ScaleBar />
      </div>
      <Timeline withTransport />
    </div>
  );
}
