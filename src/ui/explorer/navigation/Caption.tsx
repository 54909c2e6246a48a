import { useMemo, useState } from 'react';
import { powerOn } from '../../../inventory/figures/powerFormulas.ts';
import { shownGpu } from '../../../views/focus.ts';
import { type Holding, holdings, type Scale } from '../../../layout/scales.ts';
import { useCampus, useChoice, useOwnDay } from '../../../state/hooks.ts';
import { type View, VIEWS } from '../../../views/view.ts';
import { useLanguage } from '../language/words.ts';
import { useLive } from '../page/useLive.ts';
import { Grade } from '../widgets/Grade.tsx';
import './caption.css';

/** The scale that the caption describes at each station. */
const SCALE_OF: Readonly<Record<View, Scale>> = {
  site: 'site',
  building: 'phase',
  hall: 'hall',
  aisle: 'array',
  rack: 'rack',
  server: 'server',
  gpu: 'gpu',
};

/** The station nearest to the camera's zoom level. */
function useNearest(): View {
  const [nearest, setNearest] = useState<View>('site');
  useLive(({ zoomLevel }) => {
    const view = VIEWS[Math.round(zoomLevel)];
    if (view && view !== nearest) setNearest(view);
  }, 'frame');
  return nearest;
}

/** What the site, hall, rack or server in view holds when complete, with grades; marked as such until it is complete. Without GPUs it counts servers and processors. */
export function Caption() {
  const { say, format } = useLanguage();
  const view = useNearest();
  const layout = useCampus((campus) => campus.layout);
  const gpu = useChoice((state) => state.gpu);
  const day = useOwnDay();
  const { site, curve, timeline } = useCampus((campus) => campus);
  const complete = Math.max(day, timeline.completeDay);
  const moment = timeline.at(complete);
  const each = moment.itW / (moment.gpus.inService || moment.servers.inService);
  const wholeDay = Math.ceil(complete);
  const { grade, restsOn } = useMemo(
    () => powerOn(site, curve, timeline.at(wholeDay)).get('it-power')!,
    [site, curve, timeline, wholeDay],
  );
  const steps = useMemo(() => {
    const it = Number.isFinite(each) ? { watts: each, grade, ...(restsOn && { restsOn }) } : undefined;
    return holdings(layout, shownGpu(layout, gpu), it);
  }, [layout, gpu, each, grade, restsOn]);
  const step = steps.find(({ scale }) => scale === SCALE_OF[view]);
  const isComplete = useCampus(({ timeline }) => !step || (timeline.installedDay[step.lastRack] ?? 0) <= day);
  if (!step) return null;
  const { gpus, servers, processors, watts, basis, memoryBytes, massKg, grades } = step;
  const counted = (what: 'gpus' | 'servers' | 'processors', count: number) =>
    count === 1 ? say(`holding.one.${what}`) : say(`holding.${what}`, { count: format.whole(count) });
  const counts = [
    ...(servers > 0 ? [counted('servers', servers)] : []),
    ...(processors > 0 ? [counted('processors', processors)] : []),
  ];
  const parts: [string, keyof Holding['grades']][] = [];
  if (watts > 0) parts.push([say(`holding.watts.${basis}`, { watts: format.watts(watts) }), 'watts']);
  if (memoryBytes > 0) parts.push([say('holding.memory', { memory: format.bytes(memoryBytes) }), 'memory']);
  if (massKg > 0) parts.push([say('holding.mass', { mass: format.mass(massKg) }), 'mass']);
  return (
    <p className="caption" data-scale={step.scale}>
      {!isComplete && <span className="caption-later">{say('holding.later')}</span>}
      <strong>
        {(view === 'building' || view === 'aisle') && `${say(`holding.${step.scale}`)} `}
        {layout.totals.gpus > 0 ? counted('gpus', gpus) : format.list(counts)}
      </strong>
      {parts.map(([text, of]) => (
        <span key={of} className="soft">
          {text} <Grade grade={grades[of].grade} restsOn={grades[of].restsOn} quiet />
        </span>
      ))}
    </p>
  );
}
