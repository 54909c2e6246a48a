import { useMemo } from 'react';
import { useSite, useChoice } from '../../../state/hooks.ts';
import { spanOf } from '../../../state/span.ts';
import { type Axis, createAxis } from './axis.ts';

/** The axis of the shown campus: the growth ends when all racks are installed and in service. */
export function useAxis(): Axis {
  const growth = useSite((campus) => campus.timeline);
  const firstDay = useChoice((state) => spanOf(state).first);
  const lastDay = useChoice((state) => spanOf(state).last);
  return useMemo(() => {
    let grown = growth.completeDay;
    for (const day of growth.installedDay) if (day > grown && Number.isFinite(day)) grown = day;
    return createAxis(Math.min(Math.ceil(grown), lastDay), lastDay, firstDay);
  }, [growth, firstDay, lastDay]);
}
