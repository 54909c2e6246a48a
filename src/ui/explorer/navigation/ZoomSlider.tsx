import { useMemo, useRef, useState } from 'react';
import { focusGpu } from '../../../views/focus.ts';
import { type Holding, holdings, type Scale } from '../../../layout/scales.ts';
import { type View, VIEWS } from '../../../views/view.ts';
import { useCampus, useChoice } from '../../../state/hooks.ts';
import { useActions } from '../page/actions.ts';
import { Grade } from '../widgets/Grade.tsx';
import { useLive } from '../page/useLive.ts';
import { useFormat, useSay } from '../language/words.ts';
import './zoomSlider.css';

/** What stands around the eye at each station. */
const SCALE_OF: Readonly<Record<View, Scale>> = {
  site: 'site',
  building: 'phase',
  hall: 'hall',
  aisle: 'array',
  rack: 'rack',
  server: 'server',
  gpu: 'gpu',
};

/** The station that the eye is nearest to, however it came there. */
function useNearest(): View {
  const [nearest, setNearest] = useState<View>('site');
  useLive(({ zoomLevel }) => {
    const view = VIEWS[Math.round(zoomLevel)];
    if (view && view !== nearest) setNearest(view);
  }, 'frame');
  return nearest;
}

/** What one step of the way holds, in figures, each with its grade. */
export function Caption() {
  const say = useSay();
  const format = useFormat();
  const view = useNearest();
  const layout = useCampus((campus) => campus.layout);
  const gpu = useChoice((state) => state.gpu);
  const steps = useMemo(
    () => holdings(layout, gpu > 0 && gpu <= layout.totals.gpus ? gpu : focusGpu(layout)),
    [layout, gpu],
  );
  const step = steps.find(({ scale }) => scale === SCALE_OF[view]);
  if (!step) return null;
  const { gpus, watts, memoryBytes, massKg, grades } = step;
  const count = gpus === 1 ? say('holding.one') : say('holding.gpus', { gpus: format.whole(gpus) });
  const name = view === 'building' || view === 'aisle' ? `${say(`holding.${step.scale}`)}: ` : '';
  const parts: [string, keyof Holding['grades']][] = [];
  if (watts > 0) parts.push([say('holding.watts', { watts: format.watts(watts) }), 'watts']);
  if (memoryBytes > 0) parts.push([say('holding.memory', { memory: format.bytes(memoryBytes) }), 'memory']);
  if (massKg > 0) parts.push([say('holding.mass', { mass: format.mass(massKg) }), 'mass']);
  return (
    <p className="caption" data-scale={step.scale}>
      <strong>
        {name && <span className="caption-scale">{name}</span>}
        {count}
      </strong>
      {parts.map(([text, of]) => (
        <span key={of} className="caption-part">
          {text} <Grade grade={grades[of]} quiet />
        </span>
      ))}
    </p>
  );
}

/** The way from the site to one GPU as a slider; it follows the eye. */
export function Ladder() {
  const say = useSay();
  const { zoomTo } = useActions();
  const input = useRef<HTMLInputElement>(null);
  const isHeld = useRef(false);
  useLive(({ zoomLevel }) => {
    const slider = input.current;
    if (!slider) return;
    const view = VIEWS[Math.round(zoomLevel)] ?? 'site';
    // A hand on the slider is ahead of the eye, which follows smoothly.
    if (!isHeld.current) slider.value = zoomLevel.toFixed(2);
    slider.setAttribute('aria-valuetext', say(`view.${view}`));
  }, 'frame');
  const hold = (held: boolean) => () => {
    isHeld.current = held;
  };
  return (
    <input
      ref={input}
      className="ladder"
      type="range"
      min={0}
      max={VIEWS.length - 1}
      step={0.01}
      defaultValue={0}
      aria-label={say('ladder.slider')}
      onPointerDown={hold(true)}
      onPointerUp={hold(false)}
      onPointerCancel={hold(false)}
      onInput={(event) => zoomTo(Number(event.currentTarget.value))}
      onKeyDown={(event) => {
        // By whole stations with the keyboard: a hundredth of a step would move nothing that one could see.
        const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
        const turned =
          getComputedStyle(event.currentTarget).direction === 'rtl' && event.key.length > 9 ? -1 : 1;
        if (!by) return;
        event.preventDefault();
        const from = Number(event.currentTarget.value);
        const to = Math.max(
          0,
          Math.min(VIEWS.length - 1, Math.round(from + (by * turned) / 2 + by * turned * 0.01)),
        );
        event.currentTarget.value = String(to);
        zoomTo(to);
      }}
    />
  );
}
