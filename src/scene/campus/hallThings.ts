import type { Box, Rod } from '../../inventory/things/shapes.ts';
import type { Hall } from '../../model/site.ts';
import { WALLS } from '../shading/culling.ts';

/** Range of a geometry's items. */
export interface Range {
  first: number;
  count: number;
}

/** Least and greatest x and z that a thing reaches, metres. */
type Reach = readonly [x0: number, x1: number, z0: number, z1: number];

const reachOfBox = ({ x, z, size: [wide, , deep], heading = 0 }: Box): Reach => {
  const [c, s] = [Math.abs(Math.cos(heading)), Math.abs(Math.sin(heading))];
  const [aside, along] = [(c * wide + s * deep) / 2, (s * wide + c * deep) / 2];
  return [x - aside, x + aside, z - along, z + along];
};
const reachOfRod = ({ from, to, radius }: Rod): Reach => [
  Math.min(from[0], to[0]) - radius,
  Math.max(from[0], to[0]) + radius,
  Math.min(from[2], to[2]) - radius,
  Math.max(from[2], to[2]) + radius,
];

/**
 * The numbers of the things that an eye in each hall can see, hall by hall: those that are in it, in its walls or over it. `ranges` are
 * the halls' in `numbers`, which follow `things` in their geometry.
 */
export function thingsInHalls(
  things: readonly (Box | Rod)[],
  halls: readonly Pick<Hall, 'rect'>[],
): { numbers: number[]; ranges: Range[] } {
  const reaches = things.map((thing) => ('to' in thing ? reachOfRod(thing) : reachOfBox(thing)));
  const numbers: number[] = [];
  const ranges = halls.map(({ rect }) => {
    const first = things.length + numbers.length;
    reaches.forEach(([x0, x1, z0, z1], number) => {
      const isOutside =
        x1 < rect.x0 - WALLS || x0 > rect.x1 + WALLS || z1 < rect.z0 - WALLS || z0 > rect.z1 + WALLS;
      if (!isOutside) numbers.push(number);
    });
    return { first, count: things.length + numbers.length - first };
  });
  return { numbers, ranges };
}
