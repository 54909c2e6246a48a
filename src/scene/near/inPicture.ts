import { Box3, type Frustum } from 'three';
import type { Layout } from '../../layout/layout.ts';

/** How far hoses stand out of a rack's front, and an open rear door out of its rear, metres. */
const BEFORE = 0.2;
const DOOR = 0.65;

const box = new Box3();

/**
 * Keeps those of the first `count` racks in `found` that may be in the picture, in the same order, and returns how many there are. Racks
 * out of the picture would cost as many vertices as those in it. Unused places become -1.
 */
export function keepSeen(
  { racks, site }: Pick<Layout, 'racks' | 'site'>,
  picture: Frustum,
  found: Int32Array,
  count: number,
): number {
  let seen = 0;
  for (let place = 0; place < count; place++) {
    const rackIndex = found[place]!;
    const { width, depth, height } = site.rackKinds[racks.kind[rackIndex]!]!;
    const x = racks.x[rackIndex]!;
    const y = racks.y[rackIndex]!;
    const z = racks.z[rackIndex]!;
    const facing = Math.cos(racks.heading[rackIndex]!) > 0 ? 1 : -1;
    const front = z + facing * (depth / 2 + BEFORE);
    const rear = z - facing * (depth / 2 + DOOR);
    box.min.set(x - width / 2 - BEFORE, y, Math.min(front, rear));
    box.max.set(x + width / 2 + BEFORE, y + height + BEFORE, Math.max(front, rear));
    if (picture.intersectsBox(box)) found[seen++] = rackIndex;
  }
  found.fill(-1, seen);
  return seen;
}
