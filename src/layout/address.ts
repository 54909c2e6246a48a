import { reached } from '../model/curve.ts';
import { MOUNTING, RACK_UNIT } from '../model/figure.ts';
import { slotOf } from '../model/rackKinds.ts';
import type { RackKind } from '../model/site.ts';
import type { Layout } from './layout.ts';

/** Where a GPU is; all numbers are 1-based. Servers count from the bottom of the rack, GPUs from the left as seen from its front. */
interface GpuAddress {
  hall: number;
  row: number;
  place: number;
  server: number;
  gpu: number;
}

/** Index of the rack that holds GPU number `gpu`, by binary search; throws RangeError outside 1 to the number of GPUs. */
export function rackOfGpu(layout: Layout, gpu: number): number {
  if (!Number.isInteger(gpu) || gpu < 1 || gpu > layout.totals.gpus)
    throw new RangeError(`GPU ${gpu} is not one of 1 to ${layout.totals.gpus}`);
  // Racks without GPUs carry the next number, so the last rack that starts at or before `gpu` is the one that holds it.
  return reached(layout.racks.firstGpu, gpu) - 1;
}

/** The rack that holds a server of a site without GPUs, where they are numbered rack by rack, and its number in there. */
function serverInRack({ racks }: Layout, number: number): { rackIndex: number; server: number } {
  let server = Number.isInteger(number) && number > 0 ? number : Number.NaN;
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const servers = racks.servers[rackIndex]!;
    if (server <= servers) return { rackIndex, server };
    server -= servers;
  }
  throw new RangeError(`server ${number} is not one of the site's`);
}

/**
 * The address of a GPU number, and its rack; on a site without GPUs that of a server's number, with `gpu` 0. Throws RangeError outside 1
 * to the number of GPUs, or of servers.
 */
export function addressOf(layout: Layout, gpu: number): GpuAddress & { rackIndex: number } {
  const { racks, site, totals } = layout;
  if (totals.gpus === 0) {
    const found = serverInRack(layout, gpu);
    const at = found.rackIndex;
    return { hall: racks.hall[at]!, row: racks.row[at]!, place: racks.place[at]!, gpu: 0, ...found };
  }
  const rackIndex = rackOfGpu(layout, gpu);
  const perServer = site.rackKinds[racks.kind[rackIndex]!]!.gpusPerServer;
  const offset = gpu - racks.firstGpu[rackIndex]!;
  return {
    hall: racks.hall[rackIndex]!,
    row: racks.row[rackIndex]!,
    place: racks.place[rackIndex]!,
    server: Math.floor(offset / perServer) + 1,
    gpu: (offset % perServer) + 1,
    rackIndex,
  };
}

/** Index of the rack at a place, all 1-based; -1 for a spare place or one that does not exist. */
export function rackIndexAt(layout: Layout, hall: number, row: number, place: number): number {
  const { rows, rackOfPlace } = layout;
  const first = rows.firstOfHall[hall - 1];
  const next = rows.firstOfHall[hall];
  if (first === undefined || next === undefined || row < 1 || first + row > next) return -1;
  const rowIndex = first + row - 1;
  const places = rows.places[rowIndex];
  if (places === undefined || place < 1 || place > places) return -1;
  return rackOfPlace[rows.placeOffset[rowIndex]! + place - 1] ?? -1;
}

/** The number of the GPU at an address, or undefined where there is none. */
export function gpuAt(layout: Layout, { hall, row, place, server, gpu }: GpuAddress): number | undefined {
  const rackIndex = rackIndexAt(layout, hall, row, place);
  if (rackIndex < 0) return undefined;
  const { racks, site } = layout;
  const perServer = site.rackKinds[racks.kind[rackIndex]!]!.gpusPerServer;
  if (!Number.isInteger(server) || server < 1 || server > racks.servers[rackIndex]!) return undefined;
  if (!Number.isInteger(gpu) || gpu < 1 || gpu > perServer) return undefined;
  return racks.firstGpu[rackIndex]! + (server - 1) * perServer + gpu - 1;
}

/**
 * Narrowest rack that takes 19-inch equipment between its posts, metres. In narrower racks, and in those whose servers stand side by
 * side, the equipment is as wide in proportion.
 */
const NARROWEST = 0.53;

/** One of the `MOUNTING` widths in a rack of this kind, metres, scaled for racks that are not made for 19-inch equipment. */
export const mounted = (width: keyof typeof MOUNTING, kind: RackKind): number =>
  (MOUNTING[width] * (kind.columns > 1 ? kind.width : Math.min(NARROWEST, kind.width))) / NARROWEST;

/** Centre of a GPU's cell on its rack's front, and outward normal; site frame, metres. A server's GPUs have equal cells side by side. */
export function gpuPosition(
  layout: Layout,
  gpu: number,
): { x: number; y: number; z: number; nx: number; nz: number } {
  const { rackIndex, server, gpu: cell } = addressOf(layout, gpu);
  const { racks, site } = layout;
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const slot = slotOf(kind, server) ?? { startU: 1, heightU: kind.heightU, column: 0, columns: 1 };
  const facing = racks.heading[rackIndex] === 0 ? 1 : -1;
  // A viewer in front of a rack that faces south has west on the left.
  const share = (slot.column + (cell - 0.5) / kind.gpusPerServer) / slot.columns - 0.5;
  const across = share * mounted('opening', kind) * facing;
  return {
    x: racks.x[rackIndex]! + across,
    y: racks.y[rackIndex]! + kind.base + (slot.startU - 1 + slot.heightU / 2) * RACK_UNIT,
    z: racks.z[rackIndex]! + (kind.depth / 2) * facing,
    nx: 0,
    nz: facing,
  };
}
