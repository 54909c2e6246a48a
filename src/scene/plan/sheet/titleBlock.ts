import type { Letters } from './letters.ts';
import { FLAG, ZOOM_LEVEL, type Piece } from './pieces.ts';
import { ALWAYS } from '../content/statement.ts';
import type { SayPlan } from '../content/planWords.ts';
import type { Title } from '../content/titles.ts';

/** The north arrow: x of its shaft, y of its point and foot, size of its barbs; ems from the picture's upper left corner. */
const X = 2.6;
const POINT = 1.2;
const FOOT = 4;
const BARB = 0.55;
/** How far below that corner the note on assumed lengths stands, ems. */
const NOTE = 6.8;
/** The title's left end and the middle of its line, ems from that corner. */
const TITLE = [4.6, 1.6] as const;

/** How far a title reaches from the picture's left edge, ems. */
export const titleEnd = (letters: Letters, text: string): number =>
  TITLE[0] + letters.label(text, true).width;

/** The corner of every plan: its title, a north arrow, and what the mark of assumed lengths means. */
export function cornerPieces(
  letters: Letters,
  say: SayPlan,
  titles: readonly Title[],
): { lines: Piece[]; texts: Piece[] } {
  const always = { ...ALWAYS, a: [0, 0] } as const;
  const line = (x0: number, y0: number, x1: number, y1: number): Piece => ({
    ...always,
    aEms: [x0, y0],
    bEms: [x1, y1],
    weight: 1.5,
    flags: FLAG.corner + FLAG.cased,
  });
  const text = (key: 'north' | 'assumed', y: number, flags = 0): Piece => {
    const { x, y: top, width, height } = letters.label(say(key));
    return {
      ...always,
      aEms: [Math.max(X, width / 2 + 0.6), y],
      more: [x, top, width, height],
      flags: flags + FLAG.corner + FLAG.text,
    };
  };
  const titled = ({ zoomLevel, text: title }: Title): Piece => {
    const { x, y, width, height } = letters.label(title, true);
    return {
      ...always,
      aEms: [TITLE[0] + width / 2, TITLE[1]],
      more: [x, y, width, height],
      flags: FLAG.corner + FLAG.text + FLAG.title + zoomLevel * ZOOM_LEVEL,
    };
  };
  /** White behind the title, up to the picture's edge. */
  const strip = ({ zoomLevel, text: title }: Title): Piece => ({
    ...line(X, TITLE[1] - 0.4, TITLE[0] + letters.label(title, true).width, TITLE[1] - 0.4),
    weight: 32,
    flags: FLAG.corner + FLAG.paper + FLAG.title + zoomLevel * ZOOM_LEVEL,
  });
  return {
    lines: [
      ...titles.map(strip),
      // White behind the arrow.
      { ...line(X, 0.5, X, FOOT + 1.6), weight: 50, flags: FLAG.corner + FLAG.paper },
      line(X, FOOT, X, POINT),
      line(X - BARB, POINT + BARB * 1.8, X, POINT),
      line(X + BARB, POINT + BARB * 1.8, X, POINT),
    ],
    texts: [text('north', FOOT + 0.9), text('assumed', NOTE), ...titles.map(titled)],
  };
}
