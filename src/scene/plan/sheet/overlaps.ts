import { rotated } from '../../../model/standing.ts';
import type { Band, PlanPoint } from '../content/statement.ts';
import { FLAG, type Piece } from './pieces.ts';

/** Pairs of flags that are never shown at the same time. */
const APART = [
  [FLAG.near, FLAG.far],
  [FLAG.opened, FLAG.closed],
] as const;

const has = ({ flags = 0 }: Piece, flag: number) => (flags & flag) !== 0;

/** What is covered around some places: how far beyond them to the left, up, right and down of who reads along x; ems. */
export interface Covered {
  places: readonly PlanPoint[];
  reach: readonly [left: number, up: number, right: number, down: number];
  /** How far those directions are turned clockwise, radians. */
  turn: number;
}

/** What a text covers. */
function coveredBy(text: Piece): Covered {
  const { a, aEms = [0, 0], more = [], turn = 0 } = text;
  const [, , width = 0, height = 0] = more;
  const [x, y] = has(text, FLAG.turned) ? [height / 2, width / 2] : [width / 2, height / 2];
  return { places: [a], reach: [aEms[0] - x, aEms[1] - y, aEms[0] + x, aEms[1] + y], turn };
}

/** What all of a dimension covers that a text is a part of. */
export const coveredByAll = ({ a, ends = [a, a], reach = [0, 0, 0, 0], turn = 0 }: Piece): Covered => ({
  places: ends,
  reach,
  turn,
});

type Axis = readonly [x: number, z: number];

/** Directions along and across one text, and, where that is turned otherwise, the other. */
const axesOf = (turn: number, other: number): Axis[] =>
  other === turn ? axesAt(turn) : [...axesAt(turn), ...axesAt(other)];
const axesAt = (turn: number): Axis[] => [rotated(turn, 1, 0), rotated(turn, 0, 1)];

/** Both ends of what is covered along an axis: metres, and ems beyond them. */
function spanOn([x, z]: Axis, { places, reach: [left, up, right, down], turn }: Covered) {
  const [along, across] = rotated(-turn, x, z);
  const at = places.map(([east, south]) => east * x + south * z);
  const shift = ((left + right) * along + (up + down) * across) / 2;
  const half = ((right - left) * Math.abs(along) + (down - up) * Math.abs(across)) / 2;
  return { low: Math.min(...at), high: Math.max(...at), before: shift - half, beyond: shift + half };
}

/** The scales of a band (metres per em) at which two covered parts of the sheet overlap; undefined where they never do. */
function meeting(one: Covered, other: Covered, { finest, coarsest }: Band): Band | undefined {
  for (const axis of axesOf(one.turn, other.turn)) {
    const [a, b] = [spanOn(axis, one), spanOn(axis, other)];
    for (const [metres, ems] of [
      [a.low - b.high, b.beyond - a.before],
      [b.low - a.high, a.beyond - b.before],
    ] as const) {
      // They overlap along the axis where the ems are worth more than the metres between them.
      if (Math.abs(ems) < 1e-12) {
        if (metres >= -1e-9) return;
      } else if (ems > 0) finest = Math.max(finest, metres / ems);
      else coarsest = Math.min(coarsest, metres / ems);
    }
  }
  return finest < coarsest ? { finest, coarsest } : undefined;
}

/** The scales (metres per em) at which two texts overlap; undefined where they never do. */
export function overlap(one: Piece, other: Piece): Band | undefined {
  if (APART.some(([a, b]) => (has(one, a) && has(other, b)) || (has(one, b) && has(other, a)))) return;
  return meeting(coveredBy(one), coveredBy(other), {
    finest: Math.max(one.finest, other.finest),
    coarsest: Math.min(one.coarsest, other.coarsest),
  });
}

/** Pieces without the scales at which `meets` says that they lie over one of the others. */
function without<Other>(
  pieces: readonly Piece[],
  others: readonly Other[],
  meets: (piece: Piece, other: Other) => Band | undefined,
): Piece[] {
  return others.reduce<readonly Piece[]>(
    (left, other) =>
      left.flatMap((piece) => {
        const covered = meets(piece, other);
        if (!covered) return [piece];
        return [
          { ...piece, coarsest: covered.finest },
          { ...piece, finest: covered.coarsest },
        ].filter(({ finest, coarsest }) => finest < coarsest);
      }),
    pieces,
  ) as Piece[];
}

/** Texts without the scales at which they would lie over one of the others. */
export const clearOf = (texts: readonly Piece[], others: readonly Piece[]): Piece[] =>
  without(texts, others, overlap);

/** Texts of dimensions without the scales at which any of those would reach into something else. */
export const clearOfCovered = (
  texts: readonly Piece[],
  others: readonly (Covered & Partial<Band>)[],
): Piece[] =>
  without(texts, others, (text, other) =>
    meeting(coveredByAll(text), other, {
      finest: Math.max(text.finest, other.finest ?? 0),
      coarsest: Math.min(text.coarsest, other.coarsest ?? Number.POSITIVE_INFINITY),
    }),
  );
