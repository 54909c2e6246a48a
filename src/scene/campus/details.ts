import { HIGH, hallNear, LOW } from '../../inventory/query/sight.ts';
import type { Things } from '../../inventory/things/Things.ts';
import type { Crowd } from '../people/crowd.ts';

interface Eye {
  x: number;
  y: number;
  z: number;
}

/** Which of the details, as they follow each other hall by hall, an eye at this place sees; site frame, metres. */
export function detailsNear(
  { details, site }: Pick<Things, 'details' | 'site'>,
  eye: Eye,
): { first: number; count: number } {
  const hallIndex = eye.y > LOW ? -1 : hallNear(site, eye) - 1;
  if (hallIndex < 0) return { first: 0, count: 0 };
  const first = site.halls.slice(0, hallIndex).reduce((sum, _, at) => sum + (details[at]?.length ?? 0), 0);
  return { first, count: details[hallIndex]?.length ?? 0 };
}

/** Which people an eye sees: coarse ones from above, only those of its hall from inside of one. Corners in the crowd's index. */
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

/** The fine ones last, so that a picture from high above can do without them. */
export function fineLast<T extends { fine?: boolean }>(things: readonly T[]): T[] {
  return [...things.filter(({ fine }) => !fine), ...things.filter(({ fine }) => fine)];
}

/** How many of them, sorted by {@link fineLast}, an eye at a height sees; counted once, asked in every frame. */
export function seenFrom(things: readonly { fine?: boolean }[]): (eyeY: number) => number {
  const coarse = things.filter(({ fine }) => !fine).length;
  return (eyeY) => (eyeY > HIGH ? coarse : things.length);
}
