import type { Totals } from '../../../layout/layout.ts';
import type { Timeline } from '../../../timeline/timeline.ts';
import type { Axis } from './axis.ts';

/** View box of the chart's paths; stretched to the track. */
export const BOX = { width: 1000, height: 100 } as const;
const GROWTH_SAMPLES = 180;
const LATER_SAMPLES = 30;

/** SVG path data of the growth, closed along the base line. */
interface Silhouette {
  installed: string;
  inService: string;
  /** The upper edge of {@link inService}, open. */
  line: string;
}

/** Paths of a timeline's counts of GPUs along an axis, or of servers if there are no GPUs; the totals are the full height. */
export function silhouette(growth: Timeline, axis: Axis, { gpus, servers }: Totals): Silhouette {
  const grown = axis.split?.day ?? axis.lastDay;
  const { firstDay } = axis;
  const days = Array.from(
    { length: GROWTH_SAMPLES + 1 },
    (_, index) => firstDay + (index / GROWTH_SAMPLES) * (grown - firstDay),
  );
  if (axis.split)
    for (let index = 1; index <= LATER_SAMPLES; index++)
      days.push(grown + (index / LATER_SAMPLES) * (axis.lastDay - grown));
  const installed: string[] = [];
  const inService: string[] = [];
  const scale = BOX.height / Math.max(gpus || servers, 1);
  for (const day of days) {
    const counts = growth.at(day)[gpus > 0 ? 'gpus' : 'servers'];
    const x = (axis.share(day) * BOX.width).toFixed(1);
    installed.push(`${x} ${(BOX.height - counts.installed * scale).toFixed(2)}`);
    inService.push(`${x} ${(BOX.height - counts.inService * scale).toFixed(2)}`);
  }
  const area = (points: string[]) => `M0 ${BOX.height}L${points.join('L')}L${BOX.width} ${BOX.height}Z`;
  return { installed: area(installed), inService: area(inService), line: `M${inService.join('L')}` };
}
