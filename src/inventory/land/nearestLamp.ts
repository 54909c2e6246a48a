import { isWithin } from '../../model/rect.ts';
import type { Rect } from '../../model/site.ts';
import { type Glow, middleOf } from '../things/shapes.ts';

/**
 * A lamp outside that lights what stands around it. Site frame, metres. The light of an open hall comes from no single point: it is the
 * way up and towards the hall, the shorter the weaker it is, with `y` below 1.
 */
export interface Lamp {
  x: number;
  y: number;
  z: number;
  /** The day from which it shines; always by default. */
  from?: number | undefined;
}

/**
 * Finds what lights a place most, where a thing of this length stands that the lamps of a hall light from the day `lit`, if any do;
 * undefined where nothing reaches.
 */
export type LampAt = (x: number, z: number, length?: number, lit?: number) => Lamp | undefined;

/** Height of a lamp, as a share of how far its pool of light reaches; assumed. */
const HEIGHT = 0.42;
/** Side of the squares by which lamps are found, metres; at least as long as the farthest reach. */
const SQUARE = 64;
/** Things of this length and longer, metres, are lit by no single lamp. */
const LONG = 22;
/** Height of an open hall's light over the distance from which it comes; assumed. */
const STEEP = 0.35;

/** A function that finds the nearest of the lamps whose pools of light these are; none inside buildings. */
export function nearestLamp(glows: readonly Glow[], buildings: readonly { rect: Rect }[]): LampAt {
  const squares = new Map<string, [Lamp, reach: number][]>();
  const key = (column: number, row: number) => `${column} ${row}`;
  const squareOf = (metres: number) => Math.floor(metres / SQUARE);
  for (const glow of glows) {
    const { onto, light, reach, from } = glow;
    if (onto !== 'ground' || light === 'hall') continue;
    const [x, z] = middleOf(glow);
    const own = key(squareOf(x), squareOf(z));
    const lamp = { x, y: reach * HEIGHT, z, from };
    squares.set(own, [...(squares.get(own) ?? []), [lamp, reach]]);
  }
  return (x, z, length = 0) => {
    if (length >= LONG || buildings.some(({ rect }) => isWithin(rect, x, z))) return undefined;
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

/** Also finds, inside buildings, the open hall whose light, which these glows show on the ground, is brightest. It lights long things, too. */
export function nearestLight(
  lampAt: LampAt,
  glows: readonly Glow[],
  buildings: readonly { rect: Rect }[],
): LampAt {
  const spills = glows.filter(({ onto, light }) => onto === 'ground' && light === 'hall');
  const way = (at: number, low: number, high: number) => Math.min(Math.max(at, low), high) - at;
  return (x, z, length, lit) => {
    let nearest = lampAt(x, z, length);
    if (nearest || lit !== undefined || !buildings.some(({ rect }) => isWithin(rect, x, z))) return nearest;
    let most = 0;
    for (const { source, reach, from } of spills) {
      const [east, south] = [way(x, source.u0, source.u1), way(z, source.v0, source.v1)];
      const away = Math.hypot(east, south);
      const strength = 1 - away / reach;
      if (strength <= most) continue;
      most = strength;
      const scale = strength / (away || 1);
      nearest = { x: east * scale, y: STEEP * strength, z: south * scale, from };
    }
    return nearest;
  };
}
