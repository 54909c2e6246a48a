import type { Block } from '../../layout/serverPlan.ts';
import { curve, type Point, type Tube } from './parts.ts';

/** A cold plate over the middle of a module: width and length as shares of the module's, and thickness in metres. */
export const PLATE = { width: 0.82, length: 0.66, height: 0.013 };

/** The copper on its underside, which shows as an edge beside it: shares of the module's width and length. */
export const COPPER = { width: PLATE.width + 0.03, length: PLATE.length * 0.97 };

/** How far a plate opens, radians. */
export const LID_ANGLE = 1.25;

/** Radius of the stay that holds a plate open, metres. */
const STAY = 0.0018;
/** Where a stay stands on its module and where it holds the plate: shares of the plate's length from the hinge. */
const FOOT = 0.62;
const HEAD = 0.78;

/** The hinge of a module's plate, at the rear edge of its underside: height and z, server frame, metres. */
export const hingeOf = ({ y, z, size }: Block): readonly [height: number, z: number] => [
  y + size[1] / 2 - PLATE.height,
  z - (size[2] * PLATE.length) / 2,
];

/** The rod that holds one GPU's plate (1-based) open, on the side without hoses. It is hidden under the plate while that is closed. */
export function stayOf(block: Block, gpu: number): Tube {
  const { x, y, size } = block;
  const [hingeY, hingeZ] = hingeOf(block);
  const length = size[2] * PLATE.length;
  const aside = x + size[0] * PLATE.width * 0.45;
  const foot: Point = [aside, y - size[1] / 2 + 0.004, hingeZ + length * FOOT];
  const head: Point = [aside, hingeY, hingeZ + length * HEAD];
  const [c, s] = [Math.cos(LID_ANGLE), Math.sin(LID_ANGLE)];
  // The rod's middle points lie on the straight line from its foot to its head when the plate is open.
  const up = hingeY + s * length * HEAD - foot[1];
  const along = hingeZ + c * length * HEAD - foot[2];
  const turnedBack: Point = [0, (c * up - s * along) / 3, (s * up + c * along) / 3];
  const low: Point = [aside, foot[1] + up / 3, foot[2] + along / 3];
  const high: Point = [aside, head[1] - turnedBack[1], head[2] - turnedBack[2]];
  return { points: curve(foot, low, high, head), radius: STAY, color: 'steel', gpu };
}
