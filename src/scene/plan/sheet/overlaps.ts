import type { Band } from '../content/statement.ts';
import { FLAG, type Piece } from './pieces.ts';

/** Pairs of flags that are never shown at the same time. */
const APART = [
  [FLAG.near, FLAG.far],
  [FLAG.opened, FLAG.closed],
] as const;

const has = ({ flags = 0 }: Piece, flag: number) => (flags & flag) !== 0;

/** Half of a text's size on the screen, ems: across and down. */
function halfOf(piece: Piece): readonly [number, number] {
  const [, , width = 0, height = 0] = piece.more ?? [];
  return has(piece, FLAG.turned) ? [height / 2, width / 2] : [width / 2, height / 2];
}

/** The scales (metres per em) at which two texts overlap; undefined where they never do. */
export function overlap(one: Piece, other: Piece): Band | undefined {
  if (APART.some(([a, b]) => (has(one, a) && has(other, b)) || (has(one, b) && has(other, a)))) return;
  const [half, otherHalf] = [halfOf(one), halfOf(other)];
  // Ems for a metre, along both axes.
  let [least, most] = [1 / Math.min(one.coarsest, other.coarsest), 1 / Math.max(one.finest, other.finest)];
  for (const axis of [0, 1] as const) {
    const metres = one.a[axis] - other.a[axis];
    const ems = (one.aEms?.[axis] ?? 0) - (other.aEms?.[axis] ?? 0);
    const reach = half[axis] + otherHalf[axis];
    if (Math.abs(metres) < 1e-9) {
      if (Math.abs(ems) >= reach) return;
      continue;
    }
    const ends = [(-reach - ems) / metres, (reach - ems) / metres];
    least = Math.max(least, Math.min(...ends));
    most = Math.min(most, Math.max(...ends));
  }
  return least < most ? { finest: 1 / most, coarsest: 1 / least } : undefined;
}

/** Texts without the scales at which they would lie over one of the others. */
export function clearOf(texts: readonly Piece[], others: readonly Piece[]): Piece[] {
  return others.reduce<readonly Piece[]>(
    (left, other) =>
      left.flatMap((text) => {
        const covered = overlap(text, other);
        if (!covered) return [text];
        return [
          { ...text, coarsest: covered.finest },
          { ...text, finest: covered.coarsest },
        ].filter(({ finest, coarsest }) => finest < coarsest);
      }),
    texts,
  ) as Piece[];
}
