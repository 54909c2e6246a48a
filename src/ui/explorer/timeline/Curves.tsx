import { type CSSProperties, useMemo } from 'react';
import { useSite } from '../../../state/hooks.ts';
import { type Disputed, disputedBand } from '../../../timeline/disputedBand.ts';
import { timeline } from '../../../timeline/timeline.ts';
import type { Axis } from './axis.ts';
import { BOX, silhouette } from './silhouette.ts';

/** Most accounts that tell each other apart by their strokes. */
const STROKES = 3;
/** The class of an account's stroke, by its index. */
export const strokeOf = (index: number): string => `curve-line curve-line-${(index % STROKES) + 1}`;

/** A stretch of the band, as a polygon of shares of the chart. */
function polygon(corners: readonly Disputed[], axis: Axis, most: number): string {
  const point = (day: number, count: number) =>
    `${(axis.share(day) * 100).toFixed(2)}% ${((1 - count / most) * 100).toFixed(2)}%`;
  const upper = corners.map(({ day, high }) => point(day, high));
  const lower = corners.map(({ day, low }) => point(day, low)).reverse();
  return `polygon(${[...upper, ...lower].join(', ')})`;
}

/** The stretches of the band with documented power, and those in which its last figure is held. */
function stretches(parts: readonly Disputed[][]): { corners: Disputed[]; isHeld: boolean }[] {
  return parts.flatMap((corners) => {
    const documented = corners.filter(({ isHeld }) => !isHeld);
    const held = [...documented.slice(-1), ...corners.filter(({ isHeld }) => isHeld)];
    return [
      { corners: documented, isHeld: false },
      { corners: held, isHeld: true },
    ].filter((stretch) => stretch.corners.length > 1);
  });
}

/** Every account of the growth as a line, and the band between what is announced and what documented power could feed; empty for one account. */
export function Curves({ axis }: { axis: Axis }) {
  const layout = useSite((campus) => campus.layout);
  const { site, totals } = layout;
  const most = totals.gpus || totals.servers;
  const lines = useMemo(
    () =>
      site.curves.length > 1
        ? site.curves.map(({ id }) => ({ id, path: silhouette(timeline(layout, id), axis, totals).line }))
        : [],
    [site, layout, axis, totals],
  );
  const band = useMemo(
    () =>
      stretches(disputedBand(site, axis.firstDay, axis.lastDay, most)).map(({ corners, isHeld }) => ({
        ...{ isHeld, shape: polygon(corners, axis, Math.max(most, 1)) },
      })),
    [site, axis, most],
  );
  return (
    <div className="chart-layer curves">
      {band.map(({ shape, isHeld }) => (
        <span
          key={shape}
          className="curve-band"
          data-held={isHeld || undefined}
          style={{ clipPath: shape } as CSSProperties}
        />
      ))}
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none" aria-hidden="true">
        {lines.map(({ id, path }, index) => (
          <g key={id}>
            <path className="curve-edge" d={path} />
            <path className={strokeOf(index)} d={path} />
          </g>
        ))}
      </svg>
    </div>
  );
}
