import { type ReactNode, useMemo } from 'react';
import { timeline } from '../../../timeline/timeline.ts';
import { useSite } from '../../../state/hooks.ts';
import type { Axis } from './axis.ts';
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

/** The growth as areas, in full colour up to the day shown; the site's default curve is a dashed line if another one is chosen. */
export function Chart({ axis }: { axis: Axis }) {
  const layout = useSite((campus) => campus.layout);
  const growth = useSite((campus) => campus.timeline);
  const { defaultCurve } = layout.site;
  const { installed, inService } = useMemo(
    () => silhouette(growth, axis, layout.totals),
    [growth, axis, layout],
  );
  const own = useMemo(
    () =>
      growth.curve === defaultCurve
        ? undefined
        : silhouette(timeline(layout, defaultCurve), axis, layout.totals).line,
    [growth, layout, defaultCurve, axis],
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
      {own && (
        <Layer>
          <path className="chart-own" d={own} />
        </Layer>
      )}
    </div>
  );
}
