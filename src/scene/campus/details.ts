import { HIGH, hallNear, LOW } from '../../inventory/query/sight.ts';
import type { Things } from '../../inventory/things/Things.ts';
import type { Position } from '../frameState/frameState.ts';
import type { Range } from './hallThings.ts';
import type { Crowd } from '../people/crowd.ts';

/** The details that are drawn for an eye (site frame, metres), as a range of all details hall by hall. */
export function detailsNear({ details, site }: Pick<Things, 'details' | 'site'>, eye: Position): Range {
  const hallIndex = eye.y > LOW ? -1 : hallNear(site, eye) - 1;
  if (hallIndex < 0) return { first: 0, count: 0 };
  const first = site.halls.slice(0, hallIndex).reduce((sum, _, at) => sum + (details[at]?.length ?? 0), 0);
  return { first, count: details[hallIndex]?.length ?? 0 };
}

/** The people who are drawn for an eye, as a range of the crowd's index: coarse from above; inside a hall only those in it. */
export function peopleNear(
  { coarse, fine }: Pick<Crowd, 'coarse' | 'fine'>,
  site: Things['site'],
  eye: Position,
  isInside: boolean,
): Range {
  if (eye.y > LOW) return { first: 0, count: coarse };
  if (!isInside) return { first: coarse, count: Number.POSITIVE_INFINITY };
  return fine[hallNear(site, eye)] ?? { first: 0, count: 0 };
}

/** Sorts `fine` things last, so that they can be left out from high above. */
export function fineLast<T extends { fine?: boolean }>(things: readonly T[]): T[] {
  return [...things.filter(({ fine }) => !fine), ...things.filter(({ fine }) => fine)];
}

/**
 * A function from the eye's height, metres, and the number of the hall around it, 0 for none, to the range of things, sorted by
 * {@link fineLast}, that are drawn; `inHalls` are the ranges of what is seen in each hall.
 */
export function seenFrom(
  things: readonly { fine?: boolean }[],
  inHalls: readonly Range[],
): (eyeY: number, hall: number) => Range {
  const coarse = things.filter(({ fine }) => !fine).length;
  return (eyeY, hall) => inHalls[hall - 1] ?? { first: 0, count: eyeY > HIGH ? coarse : things.length };
}
