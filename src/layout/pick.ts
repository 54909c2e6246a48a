import { reached } from '../model/curve.ts';
import { RACK_UNIT } from '../model/figure.ts';
import { isWithin } from '../model/rect.ts';
import type { Rect } from '../model/site.ts';
import { mounted } from './address.ts';
import type { Layout } from './layout.ts';
import { hallsOf } from './parcels.ts';

/** The rack that a ray hits first, and where. */
export interface Hit {
  rackIndex: number;
  /** GPU number; 0 where the ray hits a side, the top, or no server. */
  gpu: number;
  /** Distance along the ray, in multiples of the direction's length. */
  distance: number;
  /** Site frame, metres. */
  x: number;
  y: number;
  z: number;
}

type Vector = readonly [number, number, number];

/** The current ray's origin and inverse direction. Module variables, so that picking allocates nothing. */
let ox = 0;
let oy = 0;
let oz = 0;
let ix = 0;
let iy = 0;
let iz = 0;
/** Results of the last call of `slab`: distances of entry and exit, and the axis (0 x, 1 y, 2 z) of the face of entry. */
let enter = 0;
let leave = 0;
let axis = 0;

/** Whether the current ray hits a box in front of its origin. A ray that starts inside enters at 0. */
function slab(x0: number, x1: number, y0: number, y1: number, z0: number, z1: number): boolean {
  enter = 0;
  leave = Number.POSITIVE_INFINITY;
  axis = -1;
  clip(0, (x0 - ox) * ix, (x1 - ox) * ix);
  clip(1, (y0 - oy) * iy, (y1 - oy) * iy);
  clip(2, (z0 - oz) * iz, (z1 - oz) * iz);
  return enter <= leave;
}

/** Limits `enter` and `leave` to the distances of the two faces across an axis. */
function clip(across: number, one: number, other: number): void {
  // A ray in the plane of a face gives 0 * Infinity, NaN: every comparison is false, which counts as inside.
  const near = one > other ? other : one;
  const far = one > other ? one : other;
  if (near > enter) {
    enter = near;
    axis = across;
  }
  if (far < leave) leave = far;
}

/** Last place of a row that starts at or west of `x` (metres from the row's west end); the first if none does. */
const placeAt = (placeX: Float64Array, x: number): number =>
  Math.max(0, Math.min(reached(placeX, x) - 1, placeX.length - 2));

/**
 * The rack and GPU that a ray hits first, or null: tests halls, then their rows, then the places along the ray. Ignores racks
 * with an index of `installedRacks` or more, racks whose centre lies in `leftOut`, and halls of other parcels. Site frame, metres;
 * `direction` may have any length. The hit is written to `out`.
 */
export function pick(
  layout: Layout,
  origin: Vector,
  direction: Vector,
  installedRacks: number,
  out: Hit = { rackIndex: -1, gpu: 0, distance: 0, x: 0, y: 0, z: 0 },
  leftOut?: Rect,
): Hit | null {
  const { site, rows, racks, rackOfPlace } = layout;
  [ox, oy, oz] = origin;
  const [dx, dy, dz] = direction;
  ix = 1 / dx;
  iy = 1 / dy;
  iz = 1 / dz;
  const height = site.rackKinds.reduce((most, kind) => Math.max(most, kind.height), 0);
  let best = Number.POSITIVE_INFINITY;
  let bestRack = -1;
  let bestAxis = -1;
  for (const hall of hallsOf(site)) {
    const { rect, floorY, number } = hall;
    if (!slab(rect.x0, rect.x1, floorY, floorY + height, rect.z0, rect.z1) || enter >= best) continue;
    const firstRow = rows.firstOfHall[number - 1]!;
    const lastRow = rows.firstOfHall[number]!;
    for (let rowIndex = firstRow; rowIndex < lastRow; rowIndex++) {
      const x0 = rows.x0[rowIndex]!;
      // A millimetre larger on every side, because rack positions are single precision.
      const met = slab(
        x0 - 0.001,
        rows.x1[rowIndex]! + 0.001,
        floorY - 0.001,
        floorY + height + 0.001,
        rows.z0[rowIndex]! - 0.001,
        rows.z1[rowIndex]! + 0.001,
      );
      if (!met || enter >= best) continue;
      const { placeX } = hall.rows[rowIndex - firstRow]!;
      const from = ox + dx * enter - x0;
      const to = ox + dx * leave - x0;
      const step = dx >= 0 ? 1 : -1;
      const start = placeAt(placeX, from - 0.001 * step);
      const end = placeAt(placeX, to + 0.001 * step);
      const offset = rows.placeOffset[rowIndex]!;
      for (let place = start; place * step <= end * step; place += step) {
        const rackIndex = rackOfPlace[offset + place]!;
        if (rackIndex < 0 || rackIndex >= installedRacks) continue;
        if (leftOut && isWithin(leftOut, racks.x[rackIndex]!, racks.z[rackIndex]!)) continue;
        if (!meetsRack(layout, rackIndex) || enter >= best) continue;
        best = enter;
        bestRack = rackIndex;
        bestAxis = axis;
        break;
      }
    }
  }
  if (bestRack < 0) return null;
  out.rackIndex = bestRack;
  out.distance = best;
  out.x = ox + dx * best;
  out.y = oy + dy * best;
  out.z = oz + dz * best;
  out.gpu =
    bestAxis === 2 ? gpuOnFace(layout, bestRack, out.x - racks.x[bestRack]!, out.y - racks.y[bestRack]!) : 0;
  return out;
}

/** Whether the current ray hits a rack, its rear door included. */
function meetsRack({ racks, site }: Layout, rackIndex: number): boolean {
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const x = racks.x[rackIndex]!;
  const y = racks.y[rackIndex]!;
  const z = racks.z[rackIndex]!;
  const south = racks.heading[rackIndex] === 0;
  const front = kind.depth / 2;
  const rear = front + kind.rearDoor;
  return slab(
    x - kind.width / 2,
    x + kind.width / 2,
    y,
    y + kind.height,
    z - (south ? rear : front),
    z + (south ? front : rear),
  );
}

/** GPU number at a point of a rack's front or rear; `east` of its centre and `up` from its floor, metres. 0 for none. */
function gpuOnFace({ racks, site }: Layout, rackIndex: number, east: number, up: number): number {
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  if (kind.gpusPerServer === 0) return 0;
  const unit = (up - kind.base) / RACK_UNIT + 1;
  const servers = racks.servers[rackIndex]!;
  const left = (racks.heading[rackIndex] === 0 ? east : -east) / mounted('opening', kind) + 0.5;
  let server = 0;
  for (const { startU, heightU, columns } of kind.serverSlots) {
    if (server >= servers) return 0;
    if (unit >= startU && unit < startU + heightU) {
      const cells = Math.min(columns, servers - server) * kind.gpusPerServer;
      const cell = Math.floor(left * columns * kind.gpusPerServer);
      return (
        racks.firstGpu[rackIndex]! + server * kind.gpusPerServer + Math.min(Math.max(cell, 0), cells - 1)
      );
    }
    server += columns;
  }
  return 0;
}
