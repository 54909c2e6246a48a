import { rackIndexAt } from '../../layout/address.ts';
import type { Layout } from '../../layout/layout.ts';
import { hallsOf } from '../../layout/parcels.ts';
import type { Painter, Shape } from '../things/Painter.ts';
import type { Subject } from '../things/subject.ts';
import type { Things } from '../things/Things.ts';
import type { Ray, Vector } from './rays.ts';
import type { Sight } from './sight.ts';

/** Whether a point lies in a convex shape; points on the edge do. */
function holds({ corners }: Shape, x: number, z: number): boolean {
  let turn = 0;
  for (let at = 0; at < corners.length; at++) {
    const [ax, az] = corners[at]!;
    const [bx, bz] = corners[(at + 1) % corners.length]!;
    const side = Math.sign((bx - ax) * (z - az) - (bz - az) * (x - ax));
    if (side === 0) continue;
    if (turn !== 0 && side !== turn) return false;
    turn = side;
  }
  return true;
}

/** The room that a shape takes along x, up and along z, metres. */
export function sizeOfShape({ corners }: Pick<Shape, 'corners'>): Vector {
  const along = (axis: 0 | 1) => {
    const all = corners.map((corner) => corner[axis]);
    return Math.max(...all) - Math.min(...all);
  };
  return [along(0), 0, along(1)];
}

/** The topmost shape at a point of the floor at height `y` on a day. */
function topmost({ shapes }: Painter, y: number, x: number, z: number, day: number): Shape | undefined {
  for (let at = shapes.length - 1; at >= 0; at--) {
    const shape = shapes[at]!;
    if (shape.y === y && day >= shape.days[0] && day < shape.days[1] && holds(shape, x, z)) return shape;
  }
}

/** A painted surface; its size along, up and across in metres. */
interface Painted {
  subject: Subject;
  distance: number;
  size: Vector;
}

/** The ground or floor that a ray hits before `limit`; distances are multiples of the direction's length. */
export function paintedAt(
  { ground, floors, site }: Things,
  { origin, direction }: Ray,
  limit: number,
  { day, inside }: Sight,
): Painted | undefined {
  const heights = new Set(hallsOf(site).map(({ floorY }) => floorY));
  let found: Painted | undefined;
  const look = (painter: Painter, y: number) => {
    const distance = (y - origin[1]) / direction[1];
    if (!(distance >= 0 && distance < (found?.distance ?? limit))) return;
    const [x, z] = [origin[0] + direction[0] * distance, origin[2] + direction[2] * distance];
    const shape = topmost(painter, y, x, z, day);
    if (shape) found = { subject: shape.subject, distance, size: sizeOfShape(shape) };
  };
  for (const y of heights) look(floors, y);
  // Inside a hall the ground is not drawn.
  if (inside < 1) look(ground, 0);
  return found;
}

/** A place of a row; all numbers are 1-based. */
export interface Slot {
  hall: number;
  row: number;
  place: number;
}

/** The room of a rack place along its row, up and across, metres. */
export function sizeOfSlot({ site }: Pick<Layout, 'site'>, { hall, row, place }: Slot): Vector {
  const { placeX, depth } = site.halls[hall - 1]!.rows[row - 1]!;
  return [placeX[place]! - placeX[place - 1]!, 0, depth];
}

/** The rack place without an installed rack at a point of the floor; site frame, metres. */
export function slotAt(layout: Layout, installedRacks: number, x: number, z: number): Slot | undefined {
  const { rows, site } = layout;
  for (const { number } of hallsOf(site))
    for (let rowIndex = rows.firstOfHall[number - 1]!; rowIndex < rows.firstOfHall[number]!; rowIndex++) {
      if (x < rows.x0[rowIndex]! || x >= rows.x1[rowIndex]!) continue;
      if (z < rows.z0[rowIndex]! || z > rows.z1[rowIndex]!) continue;
      const [hall, row] = [rows.hall[rowIndex]!, rows.row[rowIndex]!];
      const { placeX } = site.halls[hall - 1]!.rows[row - 1]!;
      const place = placeX.findIndex((west) => west > x - rows.x0[rowIndex]!);
      if (place < 1) return;
      const rackIndex = rackIndexAt(layout, hall, row, place);
      return rackIndex >= 0 && rackIndex < installedRacks ? undefined : { hall, row, place };
    }
}
