import { HIGH, hallNear, LOW } from '../../inventory/query/sight.ts';
import type { Things } from '../../inventory/things/Things.ts';
import type { Crowd } from '../people/crowd.ts';

interface Eye {
  x: number;
  y: number;
  z: number;
}

/** Which details are drawn for an eye, as a range of all details hall by hall. Site frame, metres. */
export function detailsNear(
  { details, site }: Pick<Things, 'details' | 'site'>,
  eye: Eye,
): { first: number; count: number } {
  const hallIndex = eye.y > LOW ? -1 : hallNear(site, eye) - 1;
  if (hallIndex < 0) return { first: 0, count: 0 };
  const first = site.halls.slice(0, hallIndex).reduce((sum, _, at) => sum + (details[at]?.length ?? 0), 0);
  return { first, count: details[hallIndex]?.length ?? 0 };
}

/** Which people are drawn for an eye, as a range of the crowd's index: coarse ones from above, only those of its hall from inside of one. */
export function peopleNear(
  { coarse, fine }: Pick<Crowd, 'coarse' | 'fine'>,
  site: Things['site'],
  eye: Eye,
  isInside: boolean,
): { first: number; count: number } {
  if (eye.y > LOW) return { first: 0, count: coarse };
  if (!isInside) return { first: coarse, count: Number.POSITIVE_INFINITY };
  return fine[hallNear(site, eye)] ?? { first: 0, count: 0 };
}

/** Sorts fine things last, so that a picture from high above can leave them out. */
export function fineLast<T extends { fine?: boolean }>(things: readonly T[]): T[] {
  return [...things.filter(({ fine }) => !fine), ...things.filter(({ fine }) => fine)];
}

/** How many things, sorted by {@link fineLast}, are drawn for an eye at a height. Counted once, asked in every frame. */
export function seenFrom(things: readonly { fine?: boolean }[]): (eyeY: number) => number {
  const coarse = things.filter(({ fine }) => !fine).length;
  return (eyeY) => (eyeY > HIGH ? coarse : things.length);
}
