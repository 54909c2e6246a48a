import { Color, type DataTexture } from 'three';
import { columnsTexture } from '../columns/columns.ts';
import { litCode } from '../shading/lit.ts';

/** What the faces of a box show. The numbers are known to the shader. */
export const FINISH = {
  plain: 0,
  /** A closed part of a building; a plan that cuts it looks into it. */
  shell: -1,
  /** Ends at the cutting plane, with a dark cap. */
  cut: 1,
  /** Stands only while the roof is on. */
  roof: 2,
  /** Fans on top, louvres on the sides. */
  chiller: 3,
  /** Upright ribs, as on a container. */
  ribbed: 4,
  /** A band of windows along the sides. */
  bus: 5,
  /** Docks and doors along a cut outer wall. */
  facade: 6,
  /** Roof membrane with seams; always there. */
  seams: 7,
  /** A ceiling, there only for an eye inside of a hall or under the roof. */
  ceiling: 8,
  /** A light fitting under that ceiling. */
  lamp: 9,
  /** Shines by itself at night, warm, once it is lit. */
  glow: 10,
} as const;
export type Finish = keyof typeof FINISH;

export interface Box {
  x: number;
  /** Height of the underside above the slab, metres. */
  y?: number;
  z: number;
  /** Along x, up, along z, before turning; metres. */
  size: readonly [number, number, number];
  /** Radians about y. */
  heading?: number;
  color: string;
  finish?: Finish;
  /** Days on which it comes and goes; always there if not given. */
  from?: number;
  until?: number;
  /** Throws a shadow on the ground. */
  casts?: boolean;
  /** The day from which a hall's lamps shine on it; Infinity: never. Missing: it stands in no hall. */
  lit?: number;
  /** Its shadow is that of a ball at its top: a tree's crown. */
  round?: boolean;
  /** Too small to be seen from high above: not drawn for such an eye. */
  fine?: boolean;
  /** Its shadow falls on the floor at its own foot, not on the ground. */
  raised?: boolean;
}

const ALWAYS_FROM = -1e4;
const ALWAYS_UNTIL = 1e6;

/**
 * Texels of a box: place and heading; size and finish; first and last day, colour as one number, and how its shadow ends (0
 * at its top, 1 at the cutting plane, 2 round, 3 on a raised floor) plus its {@link litCode}.
 */
export const BOX_TEXELS = 3;

/** Boxes as columns of numbers in a texture; the caller owns it. */
export function boxColumns(boxes: readonly Box[]): DataTexture {
  const { texture, data } = columnsTexture(boxes.length * BOX_TEXELS);
  const color = new Color();
  boxes.forEach((box, boxIndex) => {
    const {
      x,
      y = 0,
      z,
      heading = 0,
      size,
      finish = 'plain',
      from = ALWAYS_FROM,
      until = ALWAYS_UNTIL,
    } = box;
    const tint = box.color === '' ? 0 : color.set(box.color).getHex();
    const ends = box.raised ? 3 : box.round ? 2 : finish === 'cut' || finish === 'facade' ? 1 : 0;
    data.set(
      [
        x,
        y,
        z,
        heading,
        size[0],
        size[1],
        size[2],
        FINISH[finish],
        from,
        until,
        tint,
        ends + litCode(box.lit),
      ],
      boxIndex * BOX_TEXELS * 4,
    );
  });
  return texture;
}
