import { useEffect, useRef } from 'react';
import { addressOf } from '../../../layout/address.ts';
import { useCampus, useChoice, useExperience, useOwnDay } from '../../../state/hooks.ts';
import { dateOf } from '../../../model/days.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { useLanguage, useSay } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { PointedGrade } from './PointedGrade.tsx';
import './readout.css';

function useRackWords() {
  const say = useSay();
  const layout = useCampus((campus) => campus.layout);
  return (rackIndex: number, gpu: number) => {
    const { racks, site } = layout;
    const kind = site.rackKinds[racks.kind[rackIndex] ?? 0]?.name ?? '';
    const known = gpu > 0 && gpu <= layout.totals.gpus;
    const address = known
      ? say('address.gpu', { ...addressOf(layout, gpu) })
      : say('address.rack', {
          hall: racks.hall[rackIndex] ?? 0,
          row: racks.row[rackIndex] ?? 0,
          place: racks.place[rackIndex] ?? 0,
        });
    return { kind, address };
  };
}

/** The rack or GPU under the pointer, shown beside a mouse pointer, or at a fixed place on touch screens. */
export function Pointed() {
  const { say, format } = useLanguage();
  const pointed = useChoice((state) => state.pointed);
  const words = useRackWords();
  const box = useRef<HTMLDivElement>(null);
  const last = useRef({ x: 0, y: 0, fine: false });
  useEffect(() => {
    function follow(event: PointerEvent) {
      last.current = { x: event.clientX, y: event.clientY, fine: event.pointerType === 'mouse' };
      move();
    }
    function move() {
      const { x, y, fine } = last.current;
      const style = box.current?.style;
      if (!style || !box.current) return;
      const overEnd = x + box.current.offsetWidth + 24 > innerWidth;
      style.setProperty('--x', `${overEnd ? x - box.current.offsetWidth - 14 : x + 14}px`);
      style.setProperty('--y', `${y > innerHeight - 160 ? y - box.current.offsetHeight - 14 : y + 18}px`);
      box.current.dataset.docked = String(!fine);
    }
    move();
    addEventListener('pointermove', follow, { passive: true });
    return () => removeEventListener('pointermove', follow);
  });
  if (!pointed) return null;
  const { kind, address } = words(pointed.rackIndex, pointed.gpu);
  return (
    <div className="pointed" ref={box} aria-hidden="true">
      <strong>
        {pointed.gpu ? (
          say('address.number', { number: format.whole(pointed.gpu) })
        ) : (
          <DocumentText text={kind} lines={2} />
        )}
      </strong>
      <DocumentText text={pointed.gpu ? say('address.kind', { kind, place: address }) : address} lines={3} />
      <PointedGrade />
    </div>
  );
}

/** The selected GPU with its address and a button to deselect it. */
export function Selected() {
  const { say, format } = useLanguage();
  const { select } = useExperience();
  const gpu = useChoice((state) => state.gpu);
  const layout = useCampus((campus) => campus.layout);
  const installedDay = useCampus((campus) => campus.timeline.installedDay);
  const day = Math.floor(useOwnDay() + 1e-6);
  const words = useRackWords();
  if (!(gpu > 0 && gpu <= layout.totals.gpus)) return null;
  const { rackIndex } = addressOf(layout, gpu);
  const { kind, address } = words(rackIndex, gpu);
  const goesIn = installedDay[rackIndex] ?? 0;
  return (
    <section className="selected" aria-label={say('region.selected')}>
      <span className="swatch swatch-signal" aria-hidden="true" />
      <p>
        <strong>{say('address.number', { number: format.whole(gpu) })}</strong>
        <span>{address}</span>
        <span className="soft">
          {goesIn > day && Number.isFinite(goesIn) ? (
            say('address.later', { date: format.date(dateOf(layout.site.dayZero, Math.ceil(goesIn))) })
          ) : (
            <DocumentText text={kind} lines={1} />
          )}
        </span>
      </p>
      <IconButton icon="close" label={say('tool.deselect')} onClick={() => select(0)} />
    </section>
  );
}
