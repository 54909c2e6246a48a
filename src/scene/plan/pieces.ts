import type { Band, Dimension, Name, Place, Staged } from './statement.ts';
import type { Label } from './letters.ts';

/** What a piece is and when it is there; the shader knows the numbers. */
export const FLAG = {
  text: 1,
  turned: 2,
  /** With white along both sides. */
  cased: 4,
  /** Left out under a roof. */
  indoors: 8,
  /** A part of something that is drawn whole or not at all. */
  whole: 16,
  /** There only while a server is drawn out. */
  opened: 32,
  /** White: a sheet that other things are drawn on. */
  paper: 64,
  /** From the upper left corner of what nothing lies over, instead of from places on the ground. */
  corner: 128,
  /** Only nearer than halfway between the aisle's station and the rack's, or only farther. */
  near: 256,
  far: 512,
  /** There only while no server is drawn out. */
  closed: 1024,
  /** There only around one station: its zoom level times {@link ZOOM_LEVEL} is added. */
  title: 2048,
} as const;

/** Times this the zoom level of a title is added to its flags. */
export const ZOOM_LEVEL = 4096;

/** How far something reaches beyond two places: left, up, right and down, ems; the first two are negative. */
export type Reach = readonly [number, number, number, number];

/** A line or a text: places on the ground, and what is added to them on the screen, ems to the right and down. */
export interface Piece extends Band {
  a: Place;
  b?: Place;
  aEms?: Place;
  bEms?: Place;
  weight?: number;
  /** Lines of a higher one lie over others; 0 if not given. */
  order?: number;
  flags?: number;
  more?: readonly number[];
  /** What it is a part of; with {@link FLAG.whole}. */
  ends?: readonly [Place, Place];
  reach?: Reach;
}

/** Ems: the first dimension line from what it measures, the next one from that, and a text from its line. */
const FIRST = 1.15;
const NEXT = 2.3;
const ABOVE = 0.74;
const TICK = 0.32;
/** Ems that stay free beside a text on its line. */
const ROOM = 0.3;
/** Longer than this many ems a line leaves any picture, one of 32:9, too. */
const LONGEST = 200;

const times = ([x, z]: Place, by: number): Place => [x * by, z * by];
const plus = ([x, z]: Place, [dx, dz]: Place): Place => [x + dx, z + dz];
const textMore = ({ x, y, width, height }: Label) => [x, y, width, height];
const STAGES = { aisle: FLAG.far, rack: FLAG.near + FLAG.closed, server: FLAG.opened } as const;
/** The flags of what is there at a stage only, or under a roof. */
export const shownWhen = ({ isIndoors, stage }: Staged) =>
  (isIndoors ? FLAG.indoors : 0) + (stage ? STAGES[stage] : 0);

/** A dimension as lines and texts, between the scales at which this text has room, along an upright line or, if it may, across; the texts are drawn after all lines. */
export function dimensionPieces(
  d: Dimension,
  label: Label,
  band: Band = d,
  mayLie = true,
): { lines: Piece[]; texts: Piece[] } {
  const along: Place = [(d.to[0] - d.from[0]) / d.length, (d.to[1] - d.from[1]) / d.length];
  const isUpright = Math.abs(along[1]) > 0.5;
  const off = times(d.out, d.tier > 0 ? FIRST + NEXT * (d.tier - 1) : 0);
  const fits = d.length / (label.width + ROOM);
  const coarsest = Math.min(
    band.coarsest,
    isUpright && mayLie ? Math.max(fits, d.length / label.height) : fits,
  );
  const finest = Math.max(band.finest, d.length / LONGEST);
  if (finest >= coarsest) return { lines: [], texts: [] };
  if (isUpright && finest < fits && fits < coarsest) {
    // Two pictures of it: its text along the line, and across where it is too short for that.
    const near = dimensionPieces(d, label, { finest, coarsest: fits });
    const far = dimensionPieces(d, label, { finest: fits, coarsest });
    return { lines: [...near.lines, ...far.lines], texts: [...near.texts, ...far.texts] };
  }
  const isAcross = isUpright && fits <= finest;
  // Outside of its line; a line of no tier carries its text.
  const outwards = d.out[0] + d.out[1] > 0 ? ABOVE : -ABOVE;
  const beside = d.tier > 0 ? outwards : 0;
  const shift: Place = !isUpright
    ? [0, beside]
    : isAcross
      ? times(d.out, d.tier > 0 ? label.width / 2 + 0.3 : 0)
      : [beside, 0];
  const textAt = plus(off, shift);
  const [deep, wide] = [label.height / 2, label.width / 2];
  const text: Reach = isUpright
    ? [textAt[0] - (isAcross ? wide : deep), 0, textAt[0] + (isAcross ? wide : deep), 0]
    : [0, textAt[1] - deep, 0, textAt[1] + deep];
  const reach: Reach = [
    Math.min(text[0], off[0] - TICK),
    Math.min(text[1], off[1] - TICK),
    Math.max(text[2], off[0] + TICK),
    Math.max(text[3], off[1] + TICK),
  ];
  const own = { finest, coarsest, ends: [d.from, d.to] as const, reach };
  const flags = FLAG.whole + shownWhen(d);
  return {
    lines: dimensionLines(d, off).map((line) => ({ ...own, ...line, flags: flags + FLAG.cased })),
    texts: [
      {
        ...own,
        a: [(d.from[0] + d.to[0]) / 2, (d.from[1] + d.to[1]) / 2],
        aEms: textAt,
        more: textMore(label),
        flags: flags + FLAG.text + (isUpright && !isAcross ? FLAG.turned : 0),
      },
    ],
  };
}

/** The line itself, what leads out to it, and a slash across each end. */
function dimensionLines(d: Dimension, off: Place): Omit<Piece, keyof Band>[] {
  const lines: Omit<Piece, keyof Band>[] = [];
  const ends = [d.from, d.to];
  // What leads out gives way to other dimensions that it crosses: it lies under them.
  if (d.tier > 0)
    for (const end of ends)
      lines.push({ a: end, aEms: times(d.out, 0.3), bEms: plus(off, times(d.out, 0.4)), order: 0 });
  lines.push({ a: d.from, b: d.to, aEms: off, bEms: off, order: 1 });
  for (const end of ends) {
    const slash: Place = [TICK, -TICK];
    lines.push({ a: end, aEms: plus(off, slash), bEms: plus(off, times(slash, -1)), weight: 2, order: 2 });
  }
  return lines;
}

/** A name where it fits into what it names, lying or else turned. */
export function namePieces(name: Name, label: Label): Piece[] {
  const { rect, finest, coarsest, isAtTop } = name;
  const [wide, deep] = [rect.x1 - rect.x0, rect.z1 - rect.z0];
  const a: Place = [(rect.x0 + rect.x1) / 2, isAtTop ? rect.z0 : (rect.z0 + rect.z1) / 2];
  const aEms: Place = [0, isAtTop ? 0.5 + label.height / 2 : 0];
  const lying = Math.min(coarsest, wide / label.width, deep / label.height);
  const turned = Math.min(coarsest, deep / label.width, wide / label.height);
  const piece = (isTurned: boolean, from: number, to: number): Piece => {
    const [x, y] = isTurned ? [label.height / 2, label.width / 2] : [label.width / 2, label.height / 2];
    return {
      a,
      aEms,
      ends: [a, a],
      reach: [aEms[0] - x, aEms[1] - y, aEms[0] + x, aEms[1] + y],
      more: textMore(label),
      flags: FLAG.text + FLAG.whole + shownWhen(name) + (isTurned ? FLAG.turned : 0),
      finest: from,
      coarsest: to,
    };
  };
  // The way that the room runs, and the other way where only that fits.
  const isDeep = deep > wide * 1.5 && !isAtTop;
  const [first, second] = isDeep ? [turned, lying] : [lying, isAtTop ? 0 : turned];
  return [piece(isDeep, finest, first), piece(!isDeep, Math.max(finest, first), second)].filter(
    (each) => each.finest < each.coarsest,
  );
}
