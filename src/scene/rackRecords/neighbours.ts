import { type Layout, racksOfRow } from '../../layout/layout.ts';

/** Racks with a gap smaller than this are side by side, metres. */
const TOUCHING = 0.02;

/** Racks that cover each rack's right and left side, as seen from its front: 2 indices per rack, -1 for none. Only of the same row. */
export function neighbours(layout: Layout): Int32Array {
  const { rows, racks, site } = layout;
  const beside = new Int32Array(racks.count * 2).fill(-1);
  const kindOf = (rackIndex: number) => site.rackKinds[racks.kind[rackIndex]!]!;
  const covers = (other: number, rackIndex: number) => {
    const [own, its] = [kindOf(rackIndex), kindOf(other)];
    return its.height >= own.height && its.depth === own.depth && its.rearDoor >= own.rearDoor;
  };
  for (let row = 0; row < rows.count; row++) {
    const found = racksOfRow(layout, row);
    for (let place = 1; place < found.length; place++) {
      const [west, east] = [found[place - 1]!, found[place]!];
      if (west < 0 || east < 0) continue;
      const gap = racks.x[east]! - racks.x[west]! - (kindOf(west).width + kindOf(east).width) / 2;
      if (gap > TOUCHING) continue;
      // Seen from the front of a rack that faces south, east is on the right.
      const south = racks.heading[west] === 0;
      if (covers(east, west)) beside[west * 2 + (south ? 0 : 1)] = east;
      if (covers(west, east)) beside[east * 2 + (south ? 1 : 0)] = west;
    }
  }
  return beside;
}
