import { useMemo } from 'react';
import { useCampus } from '../../../state/hooks.ts';
import { type Axis, createAxis } from './axis.ts';

/** The axis of the shown campus: the growth ends when all racks are installed and in service. */
export function useAxis(): Axis {
  const growth = useCampus((campus) => campus.timeline);
  const lastDay = useCampus((campus) => campus.site.lastDay);
  return useMemo(() => {
    let grown = growth.completeDay;
    for (const day of growth.installedDay) if (day > grown && Number.isFinite(day)) grown = day;
    return createAxis(Math.min(Math.ceil(grown), lastDay), lastDay);
  }, [growth, lastDay]);
}
