import type { Lengths } from '../../../state/lengths.ts';
import { recordSchema } from '../../records/recordSchema.ts';
import { clearOf } from './overlaps.ts';
import { cornerPieces } from './titleBlock.ts';
import type { Dimension, Drawing } from '../content/statement.ts';
import type { Letters } from './letters.ts';
import { dimensionPieces, FLAG, namePieces, type Piece, shownWhen } from './pieces.ts';
import type { SayPlan } from '../content/planWords.ts';
import type { Title } from '../content/titles.ts';

/** A line or a text; places are x and z, metres, frame of the campus. */
export const STROKE_RECORD = recordSchema('Stroke', {
  /** Both ends. */
  ends: 'vec4',
  /** What is added to each, ems to the right and down. */
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
});
const DASH = { none: 0, short: 1, boundary: 2 } as const;
const NOWHERE = [0, 0, 0, 0] as const;

/** The texts of a length, longest first: with its word if it has one, then alone. An assumed length is marked with ~. */
function written({ unit, length, isAssumed, word }: Dimension, lengths: Lengths, say: SayPlan): string[] {
  const alone = isAssumed ? `~${lengths[unit === 'metres' ? 'about' : unit](length)}` : lengths[unit](length);
  return word ? [say(word, { length: alone }), alone] : [alone];
}

/** A drawing as records; lines first, so that texts lie on them. The caller owns the texture. */
export function strokeRecords(
  drawing: Drawing,
  letters: Letters,
  lengths: Lengths,
  say: SayPlan,
  titles: readonly Title[],
) {
  const lines: Piece[] = drawing.strokes.map(
    ({ from, to, width, dash, finest, coarsest, isPaper, isFlush, weight = 1, ...staged }) => ({
      finest,
      coarsest,
      a: from,
      b: to,
      weight,
      more: [width, DASH[dash], isFlush ? 1 : 0],
      flags: shownWhen(staged) + (isPaper ? FLAG.paper : 0),
    }),
  );
  const texts: Piece[] = [];
  const corner = cornerPieces(letters, say, titles);
  for (const dimension of drawing.dimensions) {
    let { finest } = dimension;
    const said = written(dimension, lengths, say);
    for (const text of said) {
      const band = { finest, coarsest: dimension.coarsest };
      // Beside an upright line there is often no room for the word.
      const mayLie = text === said.at(-1) || dimension.hasRoomBeside === true;
      const pieces = dimensionPieces(dimension, letters.label(text), band, mayLie);
      lines.push(...pieces.lines);
      texts.push(...pieces.texts);
      // The shorter text takes over at the scale from which the longer one has no room.
      finest = Math.max(finest, ...pieces.texts.map(({ coarsest }) => coarsest));
    }
  }
  const names: Piece[] = [];
  for (const name of drawing.names) {
    let { finest } = name;
    for (const text of name.short ? [name.text, name.short] : [name.text]) {
      const pieces = namePieces({ ...name, finest }, letters.label(text, name.isLarge));
      names.push(...pieces);
      finest = Math.max(finest, ...pieces.map(({ coarsest }) => coarsest));
    }
  }
  lines.sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
  const pieces = [...lines, ...clearOf(names, texts), ...texts, ...corner.lines, ...corner.texts];
  const texture = STROKE_RECORD.texture(
    pieces,
    ({ a, b = a, aEms = [0, 0], bEms = aEms, finest, coarsest, ...piece }) => {
      const { weight = 1, flags = 0, more = [], ends = [a, b], reach = NOWHERE } = piece;
      return {
        ends: [...a, ...b],
        ems: [...aEms, ...bEms],
        band: [finest, coarsest],
        ...{ weight, flags, more, reach },
        whole: ends.flat(),
      };
    },
  );
  return { count: pieces.length, texture };
}
