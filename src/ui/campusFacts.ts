import { dateOf } from '../model/days.ts';
import type { Grade } from '../model/figure.ts';
import { type Campus, countedBy, momentOf, ownDay } from '../timeline/campus.ts';

/** What a label says of a campus: how much is in service on the day shown, and on what that rests. */
export interface CampusFacts {
  name: string;
  /** Of its configuration, where the system has several. */
  label: string | undefined;
  /** GPUs in service, or servers where a system has no GPUs. */
  count: number;
  counts: 'gpus' | 'servers';
  /** Complete since the date, growing on the date, or complete without any date. */
  state: 'complete' | 'growing' | 'undated';
  /** ISO date; undefined if undated. */
  date: string | undefined;
  /** Whose account of growth it is; undefined where the document tells none. */
  account: string | undefined;
  grade: Grade;
}

/** The facts about a campus on a day of the site that it stands beside. */
export function campusFacts(campus: Campus, site: Campus, day: number): CampusFacts {
  const { document, config, curve, timeline, layout } = campus;
  const moment = momentOf(campus, site, day);
  const counts = countedBy({ layout });
  const total = layout.totals[counts];
  const { configs, curves, growth, dayZero } = campus.site;
  const label = configs.length > 1 ? configs.find(({ id }) => id === config)?.label : undefined;
  const count = moment[counts].inService;
  const isDated = document.growth !== undefined;
  const state = !isDated ? 'undated' : count >= total ? 'complete' : 'growing';
  const points = growth.curves.find(({ id }) => id === curve)?.points ?? [];
  const own = ownDay(campus, site, day);
  const point = points.findLast((each) => each.day <= own)?.point ?? points[0]?.point;
  return {
    name: campus.site.name,
    label,
    count,
    counts,
    state,
    date:
      state === 'undated'
        ? undefined
        : state === 'complete'
          ? dateOf(dayZero, Math.ceil(timeline.completeDay - 1e-6))
          : moment.date,
    account: (isDated && curves.find(({ id }) => id === curve)?.label) || undefined,
    grade: (isDated && point?.grade) || document.defaults.grade,
  };
}
