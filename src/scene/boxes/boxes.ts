import { Color, type DataTexture } from 'three';
import { ALWAYS_FROM, ALWAYS_UNTIL, type Box, type Caster } from '../../inventory/things/shapes.ts';
import { recordTexture } from '../records/records.ts';
import { colorOf, type Finish, finishOf } from '../materials/materials.ts';
import { litCode } from '../shading/lit.ts';

/** Finishes as numbers that the shader knows. */
export const FINISH: Readonly<Record<Finish, number>> = {
  plain: 0,
  shell: -1,
  cut: 1,
  roof: 2,
  chiller: 3,
  ribbed: 4,
  bus: 5,
  facade: 6,
  seams: 7,
  ceiling: 8,
  lamp: 9,
  glow: 10,
};

/**
 * Texels of a box: place and heading; size and finish; first and last day, then for a box its colour as one number and its
 * {@link litCode}, and for a caster how its shadow ends (0 at its top, 1 at the cutting plane, 2 round, 3 on a raised floor).
 */
export const BOX_TEXELS = 3;

type Placed = Pick<Caster, 'x' | 'y' | 'z' | 'heading' | 'size' | 'from' | 'until'>;

const record = (
  { x, y = 0, z, heading = 0, size, from = ALWAYS_FROM, until = ALWAYS_UNTIL }: Placed,
  finish: number,
  tint: number,
  last: number,
) => [x, y, z, heading, ...size, finish, from, until, tint, last];

function recordsOf<Item>(items: readonly Item[], recordOf: (item: Item) => number[]): DataTexture {
  const { texture, data } = recordTexture(items.length * BOX_TEXELS);
  items.forEach((item, itemIndex) => {
    data.set(recordOf(item), itemIndex * BOX_TEXELS * 4);
  });
  return texture;
}

/** Boxes as columns of numbers in a texture; the caller owns it. */
export function boxRecords(boxes: readonly Box[]): DataTexture {
  const color = new Color();
  return recordsOf(boxes, (box) =>
    record(box, FINISH[finishOf(box)], color.set(colorOf(box.material)).getHex(), litCode(box.lit)),
  );
}

/** What throws a shadow, in the same way; the caller owns it. */
export function casterRecords(casters: readonly Caster[]): DataTexture {
  return recordsOf(casters, (caster) =>
    record(caster, 0, 0, caster.raised ? 3 : caster.round ? 2 : caster.cutaway === 'cut' ? 1 : 0),
  );
}
