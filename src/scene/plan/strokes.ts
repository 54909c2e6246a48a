import type { Lengths } from '../../state/lengths.ts';
import { columnsTexture } from '../columns/columns.ts';
import type { Band, Dimension, Drawing, Name, Place } from './drawing.ts';
import type { Label, Letters } from './letters.ts';

/**
 * Texels of a line or a text: both ends (x, z, x, z; metres); what is added to each, ems to the right and down; finest and
 * coarsest scale, thickness in pixels' worth, and {@link FLAG}s; then a line's width in metres and its dash, or a text's place
 * in the atlas.
 */
export const STROKE_TEXELS = 4;
export const FLAG = { text: 1, turned: 2, cased: 4, indoors: 8 } as const;
const DASH = { none: 0, short: 1, boundary: 2 } as const;

/** Ems: the first dimension line from what it measures, the next one from that, and a text from its line. */
const FIRST = 1.5;
const NEXT = 2.3;
const ABOVE = 0.74;
const TICK = 0.32;
/** Ems that stay free beside a text on its line. */
const ROOM = 0.7;
/** Longer than this many ems a line leaves the picture. */
const LONGEST = 130;

interface Piece extends Band {
  a: Place;
  b?: Place;
  aEms?: Place;
  bEms?: Place;
  weight?: number;
  flags?: number;
  more?: readonly number[];
}

const times = ([x, z]: Place, by: number): Place => [x * by, z * by];
const plus = ([x, z]: Place, [dx, dz]: Place): Place => [x + dx, z + dz];
const textMore = ({ x, y, width, height }: Label) => [x, y, width, height];

function dimensionPieces(d: Dimension, label: Label): { lines: Piece[]; texts: Piece[] } {
  const along: Place = [(d.to[0] - d.from[0]) / d.length, (d.to[1] - d.from[1]) / d.length];
  const isUpright = Math.abs(along[1]) > 0.5;
  const off = times(d.out, d.tier > 0 ? FIRST + NEXT * (d.tier - 1) : 0);
  const fits = d.length / (label.width + ROOM);
  const coarsest = Math.min(d.coarsest, isUpright ? Math.max(fits, d.length / label.height) : fits);
  const finest = Math.max(d.finest, d.length / LONGEST);
  if (finest >= coarsest) return { lines: [], texts: [] };
  const band = { finest, coarsest };
  const cased = FLAG.cased + (d.isIndoors ? FLAG.indoors : 0);
  const ends = [d.from, d.to];
  const lines: Piece[] = [];
  if (d.tier > 0)
    for (const end of ends)
      lines.push({
        ...band,
        a: end,
        aEms: times(d.out, 0.3),
        bEms: plus(off, times(d.out, 0.4)),
        flags: cased,
      });
  lines.push({ ...band, a: d.from, b: d.to, aEms: off, bEms: off, flags: cased });
  for (const end of ends) {
    const slash: Place = [TICK, -TICK];
    const [aEms, bEms] = [plus(off, slash), plus(off, times(slash, -1))];
    lines.push({ ...band, a: end, aEms, bEms, weight: 2, flags: cased });
  }
  const middle: Place = [(d.from[0] + d.to[0]) / 2, (d.from[1] + d.to[1]) / 2];
  const flags = FLAG.text + (d.isIndoors ? FLAG.indoors : 0);
  const text = { a: middle, more: textMore(label) };
  // Outside of its line; a line of no tier carries its text.
  const outwards = d.out[0] + d.out[1] > 0 ? ABOVE : -ABOVE;
  const beside = d.tier > 0 ? outwards : 0;
  if (!isUpright) return { lines, texts: [{ ...band, ...text, aEms: plus(off, [0, beside]), flags }] };
  const texts: Piece[] = [];
  if (fits > finest) {
    const aEms = plus(off, [beside, 0]);
    texts.push({
      ...text,
      finest,
      coarsest: Math.min(fits, coarsest),
      aEms,
      flags: flags + FLAG.turned,
    });
  }
  // Where it is too short to take its text along, the text lies across.
  if (fits < coarsest) {
    const aEms = plus(off, times(d.out, d.tier > 0 ? label.width / 2 + 0.3 : 0));
    texts.push({ ...text, finest: Math.max(fits, finest), coarsest, aEms, flags });
  }
  return { lines, texts };
}

/** A name where it fits into what it names, lying or else turned. */
function namePieces({ rect, finest, coarsest, isIndoors, isAtTop }: Name, label: Label): Piece[] {
  const [wide, deep] = [rect.x1 - rect.x0, rect.z1 - rect.z0];
  const a: Place = [(rect.x0 + rect.x1) / 2, isAtTop ? rect.z0 : (rect.z0 + rect.z1) / 2];
  const aEms: Place = [0, isAtTop ? 0.5 + label.height / 2 : 0];
  const flags = FLAG.text + (isIndoors ? FLAG.indoors : 0);
  const lying = Math.min(coarsest, wide / label.width, deep / label.height);
  const turned = Math.min(coarsest, deep / label.width, wide / label.height);
  const piece = { a, aEms, more: textMore(label) };
  // The way that the room runs, and the other way where only that fits.
  const isDeep = deep > wide * 1.5 && !isAtTop;
  const [first, second] = isDeep ? [turned, lying] : [lying, isAtTop ? 0 : turned];
  return [
    { ...piece, finest, coarsest: first, flags: flags + (isDeep ? FLAG.turned : 0) },
    {
      ...piece,
      finest: Math.max(finest, first),
      coarsest: second,
      flags: flags + (isDeep ? 0 : FLAG.turned),
    },
  ].filter((each) => each.finest < each.coarsest);
}

/** A drawing as columns of numbers; lines first, so that texts lie on them. The caller owns the texture. */
export function strokeColumns(drawing: Drawing, letters: Letters, lengths: Lengths) {
  const lines: Piece[] = drawing.strokes.map(({ from, to, width, dash, finest, coarsest }) => ({
    finest,
    coarsest,
    a: from,
    b: to,
    more: [width, DASH[dash]],
  }));
  const texts: Piece[] = [];
  for (const dimension of drawing.dimensions) {
    const pieces = dimensionPieces(dimension, letters.label(lengths[dimension.unit](dimension.length)));
    lines.push(...pieces.lines);
    texts.push(...pieces.texts);
  }
  for (const name of drawing.names) texts.push(...namePieces(name, letters.label(name.text, name.isLarge)));
  const pieces = [...lines, ...texts];
  const { texture, data } = columnsTexture(pieces.length * STROKE_TEXELS);
  pieces.forEach(({ a, b = a, aEms = [0, 0], bEms = aEms, finest, coarsest, ...piece }, at) => {
    const { weight = 1, flags = 0, more = [] } = piece;
    const numbers = [...a, ...b, ...aEms, ...bEms, finest, coarsest, weight, flags, ...more];
    data.set(numbers, at * STROKE_TEXELS * 4);
  });
  return { count: pieces.length, texture };
}
