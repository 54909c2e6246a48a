import { isWithin } from '../../model/rect.ts';
import type { Rect } from '../../model/site.ts';
import { type Glow, middleOf } from '../things/shapes.ts';

/** A lamp outside that lights what stands around it. Site frame, metres. */
export interface Lamp {
  x: number;
  y: number;
  z: number;
  /** The day from which it shines; always by default. */
  from?: number;
}

/** Finds the lamp that lights a place most; undefined where none reaches, and inside buildings. */
export type LampAt = (x: number, z: number) => Lamp | undefined;

/** Height of a lamp, as a share of how far its pool of light reaches; assumed. */
const HEIGHT = 0.42;
/** Side of the squares by which lamps are found, metres; at least as long as the farthest reach. */
const SQUARE = 64;

/** A function that finds the nearest of the lamps whose pools of light these are. */
export function nearestLamp(glows: readonly Glow[], buildings: readonly { rect: Rect }[]): LampAt {
  const squares = new Map<string, [Lamp, reach: number][]>();
  const key = (column: number, row: number) => `${column} ${row}`;
  const squareOf = (metres: number) => Math.floor(metres / SQUARE);
  for (const glow of glows) {
    const { onto, light, reach, from } = glow;
    if (onto !== 'ground' || light === 'hall') continue;
    const [x, z] = middleOf(glow);
    const own = key(squareOf(x), squareOf(z));
    const lamp = { x, y: reach * HEIGHT, z, ...(from !== undefined && { from }) };
    squares.set(own, [...(squares.get(own) ?? []), [lamp, reach]]);
  }
  return (x, z) => {
    if (buildings.some(({ rect }) => isWithin(rect, x, z))) return undefined;
    let nearest: Lamp | undefined;
    let least = 1;
    for (let column = squareOf(x) - 1; column <= squareOf(x) + 1; column++)
      for (let row = squareOf(z) - 1; row <= squareOf(z) + 1; row++)
        for (const [lamp, reach] of squares.get(key(column, row)) ?? []) {
          const share = Math.hypot(lamp.x - x, lamp.z - z) / reach;
          if (share < least) [nearest, least] = [lamp, share];
        }
    return nearest;
  };
}
