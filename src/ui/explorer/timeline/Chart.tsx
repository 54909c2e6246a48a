import { type ReactNode, useMemo } from 'react';
import { useSite } from '../../../state/hooks.ts';
import type { Axis } from './axis.ts';
import { Curves } from './Curves.tsx';
import { BOX, silhouette } from './silhouette.ts';

function Layer({ isPast = false, children }: { isPast?: boolean; children: ReactNode }) {
  return (
    <svg
      className={isPast ? 'chart-layer chart-past' : 'chart-layer'}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** The growth by the chosen account as areas, in full colour up to the day shown; every account as a line. */
export function Chart({ axis }: { axis: Axis }) {
  const layout = useSite((campus) => campus.layout);
  const growth = useSite((campus) => campus.timeline);
  const { installed, inService } = useMemo(
    () => silhouette(growth, axis, layout.totals),
    [growth, axis, layout],
  );
  const areas = (
    <>
      <path className="chart-installed" d={installed} />
      <path className="chart-in-service" d={inService} />
    </>
  );
  return (
    <div className="chart" aria-hidden="true">
      <Layer>{areas}</Layer>
      <Layer isPast>{areas}</Layer>
      <Curves axis={axis} />
    </div>
  );
}
