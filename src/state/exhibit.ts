/**
 * What an exhibit shows: its attract loop, the guided tour, the picture in a visitor's hands, the question whether somebody is still there,
 * or the recovery from a fault.
 */
export type ExhibitState = 'attract' | 'tour' | 'explore' | 'asking' | 'recovering';

/** An exhibit at one moment. */
export interface Exhibit {
  state: ExhibitState;
  /** When the present wait began: the last touch, or the question; milliseconds of any clock that never goes back. */
  since: number;
  /** How many visits have begun. */
  visits: number;
  /** How many faults have been got over. */
  recoveries: number;
}

/** How long an exhibit waits for a visitor, milliseconds. */
export interface Patience {
  /** Without a touch, until it asks whether somebody is still there. */
  idle: number;
  /** For an answer, until the attract loop begins again. */
  answer: number;
}

/** How long the question stands; people who need longer to read or to reach have at least this long. */
export const ANSWER_MS = 20_000;

type Counts = Pick<Exhibit, 'visits' | 'recoveries'>;

export const attract = ({ visits, recoveries }: Counts, now: number): Exhibit => ({
  ...{ state: 'attract', since: now },
  ...{ visits, recoveries },
});

/** The exhibit after a touch: a visit begins with the tour, and a touch ends the tour. A fault is not ended by one. */
export function touched(exhibit: Exhibit, now: number): Exhibit {
  const { state, visits } = exhibit;
  if (state === 'recovering') return exhibit;
  if (state === 'attract') return { ...exhibit, state: 'tour', since: now, visits: visits + 1 };
  return { ...exhibit, state: 'explore', since: now };
}

/** The exhibit once the tour has come to its end, or a script has moved the picture. */
export const handedOver = (exhibit: Exhibit, now: number): Exhibit =>
  exhibit.state === 'recovering' ? exhibit : { ...exhibit, state: 'explore', since: now };

/** The exhibit while a fault is got over, and once it has been: nobody knows what the visitor saw last, so the attract loop begins. */
export const failed = (exhibit: Exhibit, now: number): Exhibit => ({
  ...exhibit,
  state: 'recovering',
  since: now,
});
export const recovered = ({ visits, recoveries }: Counts, now: number): Exhibit =>
  attract({ visits, recoveries: recoveries + 1 }, now);

/** The exhibit after a fault that nobody has noticed: what is shown stays. */
export const gotOver = (exhibit: Exhibit): Exhibit => ({ ...exhibit, recoveries: exhibit.recoveries + 1 });

/** When time alone changes the exhibit, on its clock; undefined while it does not. Nobody is asked during the tour. */
export function dueAt({ state, since }: Exhibit, { idle, answer }: Patience): number | undefined {
  if (state === 'explore') return since + idle;
  if (state === 'asking') return since + answer;
  return undefined;
}

/** The exhibit at a later moment. After a long sleep it asks first, as somebody may have just come. */
export function later(exhibit: Exhibit, now: number, patience: Patience): Exhibit {
  const due = dueAt(exhibit, patience);
  if (due === undefined || now < due) return exhibit;
  return exhibit.state === 'explore' ? { ...exhibit, state: 'asking', since: now } : attract(exhibit, now);
}
