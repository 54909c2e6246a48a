import type { Band, Dimension, Name, PlanPoint, Staged } from '../content/statement.ts';
import type { Label } from './letters.ts';

/** What a piece is and when it is shown; the shader uses these numbers. */
export const FLAG = {
  text: 1,
  turned: 2,
  /** White along both sides of the line. */
  cased: 4,
  /** Left out while the roof is on. */
  indoors: 8,
  /** Part of something that is shown only where all of it is in the picture. */
  whole: 16,
  /** Shown only while a server is drawn out. */
  opened: 32,
  /** A white sheet under other lines. */
  paper: 64,
  /** Placed from the upper left corner of the free part of the picture instead of on the ground. */
  corner: 128,
  /** Shown only nearer, or only farther, than halfway between the stations of the aisle and the rack. */
  near: 256,
  far: 512,
  /** Shown only while no server is drawn out. */
  closed: 1024,
  /** Shown only around one station, whose zoom level times {@link ZOOM_LEVEL} is added to the flags. */
  title: 2048,
} as const;

/** Factor of a title's zoom level in its flags. */
export const ZOOM_LEVEL = 4096;

/** How far something reaches beyond two places: left, up, right and down, ems; the first two are negative. */
type Reach = readonly [number, number, number, number];

/** A line or a text: places on the ground, and what is added to them on the screen, ems to the right and down of who reads along x. */
export interface Piece extends Band {
  a: PlanPoint;
  b?: PlanPoint;
  aEms?: PlanPoint;
  bEms?: PlanPoint;
  weight?: number;
  /** Lines of a higher one lie over others; 0 if not given. */
  order?: number;
  flags?: number;
  more?: readonly number[];
  /** What it is a part of; with {@link FLAG.whole}. */
  ends?: readonly [PlanPoint, PlanPoint];
  reach?: Reach;
  /** How far its ems are turned clockwise against the frame of its places, radians; 0 if not given. */
  turn?: number;
}

/** Ems: the first dimension line from what it measures, the next one from that, and a text from its line. */
const FIRST = 1.15;
const NEXT = 2.3;
const ABOVE = 0.74;
const TICK = 0.32;
/** Ems that stay free beside a text on its line. */
const ROOM = 0.3;
/** A line of more ems than this leaves every picture, even one of 32:9. */
const LONGEST = 200;

const times = ([x, z]: PlanPoint, by: number): PlanPoint => [x * by, z * by];
const plus = ([x, z]: PlanPoint, [dx, dz]: PlanPoint): PlanPoint => [x + dx, z + dz];
const textMore = ({ x, y, width, height }: Label) => [x, y, width, height];
const STAGES = { aisle: FLAG.far, rack: FLAG.near + FLAG.closed, server: FLAG.opened } as const;
/** The flags for when something is shown. */
export const shownWhen = ({ isIndoors, stage }: Staged) =>
  (isIndoors ? FLAG.indoors : 0) + (stage ? STAGES[stage] : 0);

/**
 * A dimension as lines and texts, between the scales at which its text has room. On an upright line the text runs along it, or across
 * it if `mayLie`. Texts are drawn after all lines.
 */
export function dimensionPieces(
  d: Dimension,
  label: Label,
  band: Band = d,
  mayLie = true,
): { lines: Piece[]; texts: Piece[] } {
  const along: PlanPoint = [(d.to[0] - d.from[0]) / d.length, (d.to[1] - d.from[1]) / d.length];
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
    // Twice: with the text along the line, and across it at the scales at which the line is too short for that.
    const near = dimensionPieces(d, label, { finest, coarsest: fits });
    const far = dimensionPieces(d, label, { finest: fits, coarsest });
    return { lines: [...near.lines, ...far.lines], texts: [...near.texts, ...far.texts] };
  }
  const isAcross = isUpright && fits <= finest;
  // The text stands outside of its line, or on a line of tier 0.
  const outwards = d.out[0] + d.out[1] > 0 ? ABOVE : -ABOVE;
  const beside = d.tier > 0 ? outwards : 0;
  const shift: PlanPoint = !isUpright
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

/** The dimension line, its extension lines, and a slash across each end. */
function dimensionLines(d: Dimension, off: PlanPoint): Omit<Piece, keyof Band>[] {
  const lines: Omit<Piece, keyof Band>[] = [];
  const ends = [d.from, d.to];
  // Extension lines are drawn first, so that other dimensions lie over them.
  if (d.tier > 0)
    for (const end of ends)
      lines.push({ a: end, aEms: times(d.out, 0.3), bEms: plus(off, times(d.out, 0.4)), order: 0 });
  lines.push({ a: d.from, b: d.to, aEms: off, bEms: off, order: 1 });
  for (const end of ends) {
    const slash: PlanPoint = [TICK, -TICK];
    lines.push({ a: end, aEms: plus(off, slash), bEms: plus(off, times(slash, -1)), weight: 2, order: 2 });
  }
  return lines;
}

/** A name at the scales at which it fits into what it names: horizontal, or else upright. */
export function namePieces(name: Name, label: Label): Piece[] {
  const { rect, finest, coarsest, isAtTop = false } = name;
  const [wide, deep] = [rect.x1 - rect.x0, rect.z1 - rect.z0];
  const a: PlanPoint = [(rect.x0 + rect.x1) / 2, isAtTop ? rect.z0 : (rect.z0 + rect.z1) / 2];
  const aEms: PlanPoint = [0, isAtTop ? 0.5 + label.height / 2 : 0];
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
  // Along the longer side, and the other way where only that fits.
  const isDeep = deep > wide * 1.5 && !isAtTop;
  const [first, second] = isDeep ? [turned, lying] : [lying, isAtTop ? 0 : turned];
  return [piece(isDeep, finest, first), piece(!isDeep, Math.max(finest, first), second)].filter(
    (each) => each.finest < each.coarsest,
  );
}
