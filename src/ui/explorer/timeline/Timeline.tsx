import { type PointerEvent, useRef, useState } from 'react';
import { useExperience, useSiteName } from '../../../state/hooks.ts';
import { Speed, PlayButton } from './Transport.tsx';
import { useSay } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { Accounts } from './Accounts.tsx';
import { Chart } from './Chart.tsx';
import { Handle } from './Handle.tsx';
import { Rail } from './Rail.tsx';
import { shareAt } from './shareAt.ts';
import { Ticks } from './Ticks.tsx';
import { useAxis } from './useAxis.ts';
import './timeline.css';

/** The chart of the growth with milestones and axis; dragging along it changes the day. */
export function Timeline({ withTransport }: { withTransport: boolean }) {
  const say = useSay();
  const axis = useAxis();
  const owner = useSiteName();
  const { seek, pause, live } = useExperience();
  const track = useRef<HTMLDivElement>(null);
  const [isDragged, setDragged] = useState(false);

  const follow = (event: PointerEvent<HTMLElement>) => seek(axis.day(shareAt(event)));
  function grab(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    track.current?.querySelector<HTMLElement>('[role=slider]')?.focus({ preventScroll: true });
    event.preventDefault();
    pause();
    setDragged(true);
    follow(event);
  }
  function release() {
    if (!isDragged) return;
    setDragged(false);
    // A drag ends on a whole day.
    seek(Math.round(live.day));
  }
  return (
    <section
      className="timeline"
      aria-label={owner ? `${say('region.timeline')}: ${owner}` : say('region.timeline')}
      data-keys="timeline"
    >
      {withTransport && (
        <div className="transport">
          <PlayButton />
          <Speed />
        </div>
      )}
      <div
        className="track"
        ref={track}
        data-dragged={isDragged || undefined}
        onPointerDown={grab}
        onPointerMove={(event) => isDragged && follow(event)}
        onPointerUp={release}
        onPointerCancel={release}
      >
        <Rail axis={axis} />
        <Chart axis={axis} />
        {owner && (
          <span className="track-owner" aria-hidden="true">
            <DocumentText text={owner} lines={1} />
          </span>
        )}
        <Ticks axis={axis} />
        <Handle axis={axis} track={track} />
      </div>
      <Accounts />
    </section>
  );
}
