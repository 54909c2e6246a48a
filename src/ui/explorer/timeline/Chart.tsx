import { useMemo } from 'react';
import { timeline } from '../../../timeline/timeline.ts';
import { useCampus } from '../../../state/hooks.ts';
import type { Axis } from './axis.ts';
import { BOX, silhouette } from './silhouette.ts';

const VIEW_BOX = `0 0 ${BOX.width} ${BOX.height}`;

/**
 * The growth as an area chart: pale as a whole, in full colour up to the day shown. If a curve other than the site's default
 * is chosen, the default one is drawn as a dashed line.
 */
export function Chart({ axis }: { axis: Axis }) {
  const layout = useCampus((campus) => campus.layout);
  const growth = useCampus((campus) => campus.timeline);
  const { defaultCurve } = layout.site;
  const { gpus, servers } = layout.totals;
  const shape = useMemo(
    () => silhouette(growth, axis, gpus || servers, gpus ? 'gpus' : 'servers'),
    [growth, axis, gpus, servers],
  );
  const own = useMemo(() => {
    if (growth.curve === defaultCurve) return undefined;
    return silhouette(timeline(layout, defaultCurve), axis, gpus || servers, gpus ? 'gpus' : 'servers').line;
  }, [growth, layout, defaultCurve, axis, gpus, servers]);
  return (
    <div className="chart" aria-hidden="true">
      <svg className="chart-layer" viewBox={VIEW_BOX} preserveAspectRatio="none" aria-hidden="true">
        <path className="chart-installed" d={shape.installed} />
        <path className="chart-in-service" d={shape.inService} />
      </svg>
      <svg
        className="chart-layer chart-past"
        viewBox={VIEW_BOX}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path className="chart-installed" d={shape.installed} />
        <path className="chart-in-service" d={shape.inService} />
      </svg>
      {own && (
        <svg className="chart-layer" viewBox={VIEW_BOX} preserveAspectRatio="none" aria-hidden="true">
          <path className="chart-own" d={own} />
        </svg>
      )}
    </div>
  );
}
