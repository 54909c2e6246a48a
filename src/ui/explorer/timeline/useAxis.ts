import { useMemo } from 'react';
import { useChoice } from '../../../state/hooks.ts';
import { type Axis, createAxis } from './axis.ts';

/** The axis of what is shown: the growth is over when every rack stands and the curve has its last word. */
export function useAxis(): Axis {
  const growth = useChoice((state) => state.timeline);
  const lastDay = useChoice((state) => state.site.lastDay);
  return useMemo(() => {
    let grown = growth.completeDay;
    for (const day of growth.installedDay) if (day > grown && Number.isFinite(day)) grown = day;
    return createAxis(Math.min(Math.ceil(grown), lastDay), lastDay);
  }, [growth, lastDay]);
}
