import type { Campus } from '../../timeline/campus.ts';
import { GRADES } from '../../model/grades.ts';
import { shownParcels } from '../../timeline/parcels.ts';
import { shownThings } from '../shownThings.ts';
import { type Fill, GRADE_FILLS, periodFills } from './fills.ts';
import { type Graded, gradesOn } from './grades.ts';
import { type Dated, firstDay, hasDates, periodAt, periodsOf } from './periods.ts';

/** Overlays that paint all things by a class of theirs. */
export type Painted = 'evidence' | 'phase';

/** Anything that an overlay paints; things without a subject are drawn without a document. */
export type PaintedThing = Partial<Graded> & Dated;

/** The number of the class of a thing of a campus: its index in the overlay's fills. */
export type ClassOf = (thing: PaintedThing) => number;

/** What the classes look like. */
export const fillsOf = (overlay: Painted, campuses: readonly Campus[]): readonly Fill[] =>
  overlay === 'evidence' ? GRADE_FILLS : periodFills(shownPeriods(campuses).length);

/** The periods in which the shown campuses came. */
export const shownPeriods = (campuses: readonly Campus[]) => {
  const things = shownThings(campuses);
  return periodsOf(shownParcels(campuses).map((campus, index) => ({ campus, things: things[index]! })));
};

/** A function from a thing of one of the shown campuses to its class on a day, days from that campus's own day 0. */
export function classesOn(
  overlay: Painted,
  campuses: readonly Campus[],
  campusIndex: number,
  day: number,
): ClassOf {
  const campus = campuses[campusIndex]!;
  if (overlay === 'evidence') {
    const gradeOf = gradesOn(campus, day);
    const unknown = GRADES.indexOf('assumed');
    return (thing) => {
      const { subject } = thing;
      return subject ? GRADES.indexOf(gradeOf({ ...thing, subject })) : unknown;
    };
  }
  const periods = shownPeriods(campuses);
  const at = periodAt(periods, campus.site.dayZero);
  const { installedDay } = campus.timeline;
  const isDated = hasDates(campus);
  return (thing) => {
    if (!isDated) return periods.length;
    const { rackIndex } = thing;
    const period = at(firstDay(rackIndex === undefined ? thing : { from: installedDay[rackIndex]! }));
    return period < 0 ? periods.length : period;
  };
}
