import { rotated } from '../../../model/standing.ts';
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

type Axis = readonly [x: number, z: number];

/** Directions along and across one text, and, where that is turned otherwise, the other. */
const axesOf = ({ turn = 0 }: Piece, other: Piece): Axis[] =>
  (other.turn ?? 0) === turn ? axesAt(turn) : [...axesAt(turn), ...axesAt(other.turn ?? 0)];
const axesAt = (turn: number): Axis[] => [rotated(turn, 1, 0), rotated(turn, 0, 1)];

/** A text along an axis: its place, metres; how far it is shifted from there, and half its size, ems. */
function spanOn([x, z]: Axis, piece: Piece): [place: number, shift: number, half: number] {
  const { a, aEms = [0, 0], turn = 0 } = piece;
  const [along, across] = rotated(-turn, x, z);
  const [wide, deep] = halfOf(piece);
  return [
    a[0] * x + a[1] * z,
    aEms[0] * along + aEms[1] * across,
    wide * Math.abs(along) + deep * Math.abs(across),
  ];
}

/** The scales (metres per em) at which two texts overlap; undefined where they never do. */
export function overlap(one: Piece, other: Piece): Band | undefined {
  if (APART.some(([a, b]) => (has(one, a) && has(other, b)) || (has(one, b) && has(other, a)))) return;
  // Ems for a metre, along the axes of both.
  let [least, most] = [1 / Math.min(one.coarsest, other.coarsest), 1 / Math.max(one.finest, other.finest)];
  for (const axis of axesOf(one, other)) {
    const [place, shift, half] = spanOn(axis, one);
    const [otherPlace, otherShift, otherHalf] = spanOn(axis, other);
    const metres = place - otherPlace;
    const ems = shift - otherShift;
    const reach = half + otherHalf;
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
