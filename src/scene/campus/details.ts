import type { Campus } from './Campus.ts';

/** An eye farther than this from a hall, or higher than this, sees none of its details; metres. */
const NEAR = 12;
const LOW = 16;

/** Which of the details, as they follow each other hall by hall, an eye at this place sees; site frame, metres. */
export function detailsNear(
  { details, site }: Pick<Campus, 'details' | 'site'>,
  eye: { x: number; y: number; z: number },
): { first: number; count: number } {
  let nearest = { first: 0, count: 0 };
  if (eye.y > LOW) return nearest;
  let least = NEAR;
  let first = 0;
  site.halls.forEach(({ rect }, hallIndex) => {
    const count = details[hallIndex]?.length ?? 0;
    const away = Math.max(rect.x0 - eye.x, eye.x - rect.x1, rect.z0 - eye.z, eye.z - rect.z1, 0);
    if (away < least) {
      least = away;
      nearest = { first, count };
    }
    first += count;
  });
  return nearest;
}

/** An eye higher than this sees nothing that is called fine: a metre is less than three pixels of 720 lines. */
const HIGH = 200;

/** The fine ones last, so that a picture from high above can do without them. */
export function fineLast<T extends { fine?: boolean }>(things: readonly T[]): T[] {
  return [...things.filter(({ fine }) => !fine), ...things.filter(({ fine }) => fine)];
}

/** How many of them, sorted by {@link fineLast}, an eye at a height sees; counted once, asked in every frame. */
export function seenFrom(things: readonly { fine?: boolean }[]): (eyeY: number) => number {
  const coarse = things.filter(({ fine }) => !fine).length;
  return (eyeY) => (eyeY > HIGH ? coarse : things.length);
}
