import type { Lengths } from '../../../state/lengths.ts';
import { recordSchema } from '../../records/recordSchema.ts';
import { cornersOf } from '../../../model/rect.ts';
import { type Covered, clearOf, clearOfCovered, coveredByAll } from './overlaps.ts';
import { cornerPieces } from './titleBlock.ts';
import type { Band, Dimension, Drawing, Stroke } from '../content/statement.ts';
import type { Letters } from './letters.ts';
import { dimensionPieces, FLAG, namePieces, type Piece, shownWhen } from './pieces.ts';
import type { SayPlan } from '../content/planWords.ts';
import type { Title } from '../content/titles.ts';

/** A line or a text; places are x and z, metres, frame of the campus. */
export const STROKE_RECORD = recordSchema('Stroke', {
  /** Both ends. */
  ends: 'vec4',
  /** What is added to each, ems to the right and down of who reads along x. */
  ems: 'vec4',
  /** Finest and coarsest scale, metres an em. */
  band: 'vec2',
  /** Thickness, in pixels' worth. */
  weight: 'float',
  /** See {@link FLAG}. */
  flags: 'float',
  /** A line's width in metres, its dash, and 1 if it ends flush; or a text's place in the atlas. */
  more: 'vec4',
  /** Of what is drawn whole or not at all: its ends. */
  whole: 'vec4',
  /** And how far it reaches beyond them to the left, up, right and down, ems. */
  reach: 'vec4',
  /** How far its ems are turned clockwise against the frame of the campus, radians. */
  turn: 'float',
});
const DASH = { none: 0, short: 1, boundary: 2 } as const;
const NOWHERE = [0, 0, 0, 0] as const;

/** The texts of a length, longest first: with its word if it has one, then alone. An assumed length is marked with ~. */
function written({ unit, length, isAssumed, word }: Dimension, lengths: Lengths, say: SayPlan): string[] {
  const alone = isAssumed ? `~${lengths[unit === 'metres' ? 'about' : unit](length)}` : lengths[unit](length);
  return word ? [say(word, { length: alone }), alone] : [alone];
}

/** The land of a drawing, in the frame in which that stands. */
function landOf({ land, stands }: Drawing): Covered[] {
  if (!land) return [];
  const places = cornersOf(land).map((corner) => (stands ? stands.place(corner) : corner));
  return [{ places, reach: NOWHERE, turn: stands?.turn ?? 0 }];
}

/**
 * Drawings as lines and texts that lie on no other; where two would, the first is shown. No dimension reaches into one of another drawing,
 * or onto its land: campuses may stand closer together than their dimensions take room.
 */
export function drawingPieces(
  drawings: readonly Drawing[],
  letters: Pick<Letters, 'label'>,
  lengths: Lengths,
  say: SayPlan,
): { lines: Piece[]; texts: Piece[] } {
  const lines: Piece[] = [];
  const texts: Piece[] = [];
  const lands = drawings.map(landOf);
  /** What dimensions of the drawings so far cover. */
  const measured: (Covered & Band)[] = [];
  for (const [index, { dimensions, names, strokes, stands, campusIndex }] of drawings.entries()) {
    const isOther = (at: number) =>
      campusIndex === undefined ? at !== index : drawings[at]!.campusIndex !== campusIndex;
    const elsewhere = [...lands.filter((_, at) => isOther(at)).flat(), ...measured];
    const placed = (piece: Piece) => (stands ? placedPiece(piece, stands) : piece);
    for (const stroke of strokes) lines.push(placed(linePiece(stroke)));
    for (const dimension of dimensions) {
      let { finest } = dimension;
      const said = written(dimension, lengths, say);
      for (const text of said) {
        const band = { finest, coarsest: dimension.coarsest };
        // Beside an upright line there is often no room for the word.
        const mayLie = text === said.at(-1) || dimension.hasRoomBeside === true;
        const pieces = dimensionPieces(dimension, letters.label(text), band, mayLie);
        for (const piece of pieces.texts) {
          const own = pieces.lines.filter(({ finest }) => finest === piece.finest).map(placed);
          for (const left of clearOfCovered(clearOf([placed(piece)], texts), elsewhere)) {
            const { finest, coarsest } = left;
            measured.push({ ...coveredByAll(left), finest, coarsest });
            lines.push(...own.map((line) => ({ ...line, finest, coarsest })));
            texts.push(left);
          }
        }
        // The shorter text takes over at the scale from which the longer one has no room.
        finest = Math.max(finest, ...pieces.texts.map(({ coarsest }) => coarsest));
      }
    }
    for (const name of names) {
      let { finest } = name;
      for (const text of name.short ? [name.text, name.short] : [name.text]) {
        const pieces = namePieces({ ...name, finest }, letters.label(text, name.isLarge));
        for (const piece of pieces) texts.push(...clearOf([placed(piece)], texts));
        finest = Math.max(finest, ...pieces.map(({ coarsest }) => coarsest));
      }
    }
  }
  lines.sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
  return { lines, texts };
}

/** A piece of a drawing in the frame in which that stands. */
function placedPiece(piece: Piece, { place, turn }: NonNullable<Drawing['stands']>): Piece {
  const { a, b, ends } = piece;
  return {
    ...piece,
    ...{ a: place(a), turn },
    ...(b && { b: place(b) }),
    ...(ends && { ends: [place(ends[0]), place(ends[1])] }),
  };
}

function linePiece(stroke: Stroke): Piece {
  const { from, to, width, dash, finest, coarsest, isPaper, isFlush, weight = 1, ...staged } = stroke;
  return {
    finest,
    coarsest,
    a: from,
    b: to,
    weight,
    more: [width, DASH[dash], isFlush ? 1 : 0],
    flags: shownWhen(staged) + (isPaper ? FLAG.paper : 0),
  };
}

/** Drawings as records; lines first, so that texts lie on them. The caller owns the texture. */
export function strokeRecords(
  drawings: readonly Drawing[],
  letters: Letters,
  lengths: Lengths,
  say: SayPlan,
  titles: readonly Title[],
) {
  const corner = cornerPieces(letters, say, titles);
  const { lines, texts } = drawingPieces(drawings, letters, lengths, say);
  const pieces = [...lines, ...texts, ...corner.lines, ...corner.texts];
  const texture = STROKE_RECORD.texture(
    pieces,
    ({ a, b = a, aEms = [0, 0], bEms = aEms, finest, coarsest, ...piece }) => {
      const { weight = 1, flags = 0, more = [], ends = [a, b], reach = NOWHERE, turn = 0 } = piece;
      return {
        ends: [...a, ...b],
        ems: [...aEms, ...bEms],
        band: [finest, coarsest],
        ...{ weight, flags, more, reach, turn },
        whole: ends.flat(),
      };
    },
  );
  return { count: pieces.length, texture };
}
