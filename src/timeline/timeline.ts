import type { Layout } from '../layout/layout.ts';
import { dateOf } from '../model/days.ts';
import type { Curve, Milestone } from '../model/site.ts';
import { curveAt, nextPoint, reached } from '../model/curve.ts';
import { type FitOutStep, fitOutSteps } from './fitOut.ts';
import { itWattsOf, peakWatts, pueCurve } from './power.ts';
import { type RackDays, rackDays } from './rackDays.ts';

export type { FitOutStep } from './fitOut.ts';

/** Three counts; each includes the next. */
export interface Counts {
  installed: number;
  energized: number;
  inService: number;
}

/** A site on one day. Power in watts. */
export interface Moment {
  /** Days from day 0, from 0 to the site's last day. */
  day: number;
  /** ISO date that the day falls on. */
  date: string;
  gpus: Counts;
  servers: Counts;
  /** Installed racks of all kinds, and of the compute kinds alone. */
  racks: { installed: number; compute: number };
  /** Arrays with all their racks. */
  arrays: { installed: number; inService: number };
  /** Halls with a first rack, with all racks installed, with all racks in service. */
  halls: { started: number; full: number; inService: number };
  itW: number;
  facilityW: number;
  /** Where the count in service comes from: a dated point, a line between two, or the last point before. */
  basis: 'before' | 'dated' | 'interpolated' | 'held' | 'complete';
  /** ISO dates of those points, ascending; with `before`, the date of the curve's first point. */
  basisDates: readonly string[];
  /** The document's note about that point, or about the time after the last one. */
  basisNote: string | undefined;
}

export interface Timeline {
  curve: string;
  /** First day on which all racks are in service; the curve's last dated point if they never are. */
  completeDay: number;
  /** Days from day 0 for every rack, ascending; Infinity for never. */
  installedDay: Float64Array;
  energizedDay: Float64Array;
  inServiceDay: Float64Array;
  fitOut: FitOutStep[];
  /** The site on a day; days before 0 or after the site's last day count as those. */
  at(day: number): Moment;
  /** The latest milestone at or before a day. */
  milestoneAt(day: number): Milestone | undefined;
}

/** Tolerance for rounding errors where a curve's value should be a whole number. */
const TOLERANCE = 1e-6;

/** Works out the days of every rack under one account of growth. Throws RangeError for an unknown curve. */
export function timeline(layout: Layout, curveId: string): Timeline {
  const { racks, site } = layout;
  const curve = site.growth.curves.find(({ id }) => id === curveId);
  if (!curve) throw new RangeError(`no curve ${curveId} in ${site.id}`);
  const days = rackDays(layout, curve);
  const sums = cumulate(layout);
  const groups = groupDays(layout, days);
  const itWatts = itWattsOf(site);
  const pues = pueCurve(site);
  const countsGpus = site.growth.counts === 'gpus';
  const all = days.cumulative[racks.count]!;
  const last = curve.points[curve.points.length - 1]!;
  const ready = racks.count === 0 ? 0 : days.inService[racks.count - 1]!;
  const completeDay = Math.min(Math.max(Number.isFinite(ready) ? ready : last.day, 0), site.lastDay);

  /** GPUs, servers and peak watts of the first `whole` racks and of `servers` servers of the next. */
  const counts = (whole: number, servers: number) => {
    const kind = site.rackKinds[racks.kind[whole] ?? 0];
    return {
      gpus: sums.gpus[whole]! + servers * (kind?.gpusPerServer ?? 0),
      servers: sums.servers[whole]! + servers,
      watts: sums.watts[whole]! + (servers > 0 && kind ? (kind.peakW * servers) / kind.servers : 0),
    };
  };

  const at = (asked: number): Moment => {
    const day = Math.min(Math.max(Number.isNaN(asked) ? 0 : asked, 0), site.lastDay);
    const standing = reached(days.installed, day);
    const powered = reached(days.energized, day);
    const serving = reached(days.inService, day);
    const installed = counts(standing, 0);
    // Servers of the next rack that are already in service; the rack itself is not yet.
    let part = 0;
    if (serving < standing && racks.servers[serving]! > 0) {
      const perServer = countsGpus ? racks.gpus[serving]! / racks.servers[serving]! : 1;
      const rest = curveAt(curve.points, day) - days.cumulative[serving]!;
      if (perServer > 0)
        part = Math.min(Math.max(Math.floor((rest + TOLERANCE) / perServer), 0), racks.servers[serving]! - 1);
    }
    const inService = counts(serving, part);
    const energized = counts(powered, powered === serving ? part : 0);
    const pue = curveAt(pues, Math.max(day, pues[0]!.day));
    const own = curve.facilityWattsPerGpu;
    const { gpus } = inService;
    const itW = own === undefined ? (itWatts?.(gpus) ?? inService.watts) : (gpus * own) / pue;
    return {
      day,
      date: dateOf(site.dayZero, day),
      gpus: { installed: installed.gpus, energized: energized.gpus, inService: inService.gpus },
      servers: { installed: installed.servers, energized: energized.servers, inService: inService.servers },
      racks: { installed: standing, compute: sums.compute[standing]! },
      arrays: {
        installed: reached(groups.arrayInstalled, day),
        inService: reached(groups.arrayInService, day),
      },
      halls: {
        started: reached(groups.hallStarted, day),
        full: reached(groups.hallFull, day),
        inService: reached(groups.hallInService, day),
      },
      itW,
      facilityW: itW * pue,
      ...basisOf(curve, day, all),
    };
  };

  return {
    curve: curveId,
    completeDay,
    installedDay: days.installed,
    energizedDay: days.energized,
    inServiceDay: days.inService,
    fitOut: fitOutSteps(site, layout, days),
    at,
    milestoneAt: (day) => site.milestones.filter((milestone) => milestone.day <= day).at(-1),
  };
}

/** Sums over all racks before each index; one entry more than racks. */
function cumulate({ racks, site }: Layout) {
  const sums = (of: (rackIndex: number) => number) => {
    const before = new Float64Array(racks.count + 1);
    for (let rackIndex = 0; rackIndex < racks.count; rackIndex++)
      before[rackIndex + 1] = before[rackIndex]! + of(rackIndex);
    return before;
  };
  const kindOf = (rackIndex: number) => site.rackKinds[racks.kind[rackIndex]!]!;
  return {
    gpus: sums((rackIndex) => racks.gpus[rackIndex]!),
    servers: sums((rackIndex) => racks.servers[rackIndex]!),
    compute: sums((rackIndex) => (kindOf(rackIndex).role === 'compute' ? 1 : 0)),
    watts: sums((rackIndex) => peakWatts(kindOf(rackIndex), racks.servers[rackIndex]!)),
  };
}

/** When arrays and halls begin and are complete, days from day 0, in their order. */
function groupDays({ racks, totals }: Layout, { installed, inService }: RackDays) {
  const arrayInstalled = new Float64Array(totals.arrays);
  const arrayInService = new Float64Array(totals.arrays);
  const hallStarted = new Float64Array(totals.halls).fill(Number.POSITIVE_INFINITY);
  const hallFull = new Float64Array(totals.halls);
  const hallInService = new Float64Array(totals.halls);
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const array = racks.array[rackIndex]!;
    const hall = racks.hall[rackIndex]! - 1;
    // Racks come in order, so the last one written is the latest.
    if (array >= 0) {
      arrayInstalled[array] = installed[rackIndex]!;
      arrayInService[array] = inService[rackIndex]!;
    }
    hallStarted[hall] = Math.min(hallStarted[hall]!, installed[rackIndex]!);
    hallFull[hall] = installed[rackIndex]!;
    hallInService[hall] = inService[rackIndex]!;
  }
  return { arrayInstalled, arrayInService, hallStarted, hallFull, hallInService };
}

/** Where a curve's value on a day comes from. `all` is the whole count of the configuration. */
function basisOf(
  { points, held }: Curve,
  day: number,
  all: number,
): Pick<Moment, 'basis' | 'basisDates' | 'basisNote'> {
  const next = nextPoint(points, day);
  const before = points[next - 1];
  const after = points[next];
  const on = (basis: Moment['basis'], near: readonly (typeof before)[], basisNote?: string) => ({
    basis,
    basisDates: near.flatMap((dated) => dated?.point.date ?? []),
    basisNote,
  });
  if (!before) return on('before', [points[0]]);
  const complete = points.find(({ count }) => count >= all);
  if (complete && complete.day < day) return on('complete', [complete], after || !held ? undefined : held);
  if (before.day === day) return on('dated', [before], before.point.note);
  return after ? on('interpolated', [before, after]) : on('held', [before], held || undefined);
}
