import type { BufferGeometry } from 'three';
import { EVENLY } from '../../inventory/hall/lampLines.ts';
import type { Steps } from '../../inventory/steps.ts';
import type { Paint, Painter, Shape } from '../../inventory/things/Painter.ts';
import { uncoveredParts } from '../../inventory/things/uncovered.ts';
import { colorOf } from '../materials/materials.ts';
import { indexed } from '../records/itemGeometry.ts';
import { finiteDay, tintNumber } from '../records/recordSchema.ts';

/** Patterns as the shader's numbers. */
export const PAINT: Readonly<Record<Paint, number>> = {
  plain: 0,
  tiles: 1,
  grass: 2,
  crop: 3,
  asphalt: 4,
  concrete: 5,
  columns: 6,
};

/** Painted shapes as one geometry, topmost first, see paint.vert.glsl; in steps. The caller owns it. */
export function* paintSteps({ shapes, covers }: Pick<Painter, 'shapes' | 'covers'>): Steps<BufferGeometry> {
  const positions: number[] = [];
  const looks: number[] = [];
  const days: number[] = [];
  const index: number[] = [];
  const things: Shape[] = [];
  // What was added last lies on top and is drawn first.
  for (let at = shapes.length - 1; at >= 0; at--) {
    for (const shape of uncoveredParts(shapes[at]!, at, covers).reverse()) {
      const first = looks.length / 4;
      const look = [
        tintNumber(colorOf(shape.material)),
        PAINT[shape.paint],
        finiteDay(shape.lit),
        shape.lamps ?? EVENLY.z,
      ];
      for (const [x, z] of shape.corners) {
        positions.push(x, shape.y, z);
        looks.push(...look);
        days.push(...shape.days);
      }
      for (let corner = 2; corner < shape.corners.length; corner++)
        index.push(first, first + corner - 1, first + corner);
      things.push(shape);
    }
    yield;
  }
  return indexed(index, { position: [3, positions], aLook: [4, looks], aDays: [2, days] }, things);
}
