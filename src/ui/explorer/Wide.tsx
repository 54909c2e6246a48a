import { useRef } from 'react';
import { useChoice } from '../../state/hooks.ts';
import { Headline } from './facts/Headline.tsx';
import { Ledger } from './facts/Ledger.tsx';
import { MilestoneCard } from './facts/MilestoneCard.tsx';
import { NamePlate } from './facts/NamePlate.tsx';
import { Options } from './choices/Options.tsx';
import { Selected } from './picture/Readout.tsx';
import { ScaleBar } from './picture/ScaleBar.tsx';
import { Stations } from './navigation/Stations.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { Title } from './facts/Title.tsx';
import { Tools } from './choices/Tools.tsx';
import { useFree } from './page/useFree.ts';

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
