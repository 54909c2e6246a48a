import type { Hall, RackKind, RowPlan, Site } from '../model/site.ts';
import { type YardColumns, yardUnits } from './yard.ts';

/** Columns that racks and spare places have in common. */
const standingColumns = (count: number) => ({
  count,
  /** Centre of the footprint without the rear door, site frame, metres; `y` is the floor. */
  x: new Float32Array(count),
  y: new Float32Array(count),
  z: new Float32Array(count),
  /** Radians about +y: 0 where the front faces south (+z), Math.PI where it faces north. */
  heading: new Float32Array(count),
  /** 1-based. */
  hall: new Uint16Array(count),
  row: new Uint16Array(count),
  place: new Uint16Array(count),
});

const rackColumns = (count: number) => ({
  ...standingColumns(count),
  /** Index into the site's rack kinds. */
  kind: new Uint8Array(count),
  /** Index of the rack's array, 0-based over the site; -1 for none. */
  array: new Int32Array(count),
  /** Number of the rack's first GPU, 1-based; for a rack without GPUs, the first number of the next rack that has some. */
  firstGpu: new Uint32Array(count),
  gpus: new Uint16Array(count),
  /** Counted servers; 0 where their number is not public. */
  servers: new Uint16Array(count),
});

const spareColumns = (count: number) => ({
  ...standingColumns(count),
  /** Size, metres. */
  width: new Float32Array(count),
  depth: new Float32Array(count),
});

const rowColumns = (count: number, halls: number) => ({
  count,
  /** 1-based. */
  hall: new Uint16Array(count),
  row: new Uint16Array(count),
  /** From the racks' fronts to their rear doors. */
  x0: new Float64Array(count),
  x1: new Float64Array(count),
  z0: new Float64Array(count),
  z1: new Float64Array(count),
  heading: new Float32Array(count),
  /** Index into `rackOfPlace` of the row's first place. */
  placeOffset: new Uint32Array(count),
  places: new Uint16Array(count),
  /** Index of a hall's first row, by hall index; the last entry is the number of rows. */
  firstOfHall: new Uint32Array(halls + 1),
});

/**
 * All racks as typed arrays with one entry per rack, in the order of installation: hall by hall, first a hall's core, storage
 * and CPU racks, then row by row the network racks and after them the compute racks. Spare places have no entry.
 */
export type RackColumns = ReturnType<typeof rackColumns>;
/** All spare places as typed arrays. */
type SpareColumns = ReturnType<typeof spareColumns>;
/** All rows as typed arrays, hall by hall; site frame, metres. */
type RowColumns = ReturnType<typeof rowColumns>;

export interface Layout {
  site: Site;
  racks: RackColumns;
  spares: SpareColumns;
  rows: RowColumns;
  /** Rack index of every place, row by row; -1 for a spare place. */
  rackOfPlace: Int32Array;
  yard: YardColumns;
  totals: Totals;
}

export interface Totals {
  gpus: number;
  /** Racks whose number of servers is not public (storage and CPU racks of Colossus) add none. */
  servers: number;
  /** Racks of all kinds; spare places are not racks. */
  racks: number;
  compute: number;
  arrays: number;
  halls: number;
}

/** Roles of the racks that are installed before a hall's arrays, in this order. */
const FIRST_ROLES: readonly RackKind['role'][] = ['core', 'storage', 'cpu'];

/** Works out where every rack of a site stands. */
export function layout(site: Site): Layout {
  const kinds = site.rackKinds;
  const allRows = site.halls.flatMap((hall) => hall.rows);
  const plans = allRows.flatMap((row) => row.racks);
  const rackCount = plans.filter(({ kindIndex }) => kindIndex >= 0).length;
  const racks = rackColumns(rackCount);
  const spares = spareColumns(plans.length - rackCount);
  const rows = rowColumns(allRows.length, site.halls.length);
  const rackOfPlace = new Int32Array(plans.length).fill(-1);
  const totals: Totals = {
    ...{ gpus: 0, servers: 0, racks: rackCount, compute: 0, arrays: 0 },
    halls: site.halls.length,
  };
  let [rackIndex, spareIndex, inArray] = [0, 0, 0];

  /** Writes where a rack or a spare place of a row stands. */
  const stand = (
    to: RackColumns | SpareColumns,
    index: number,
    { hall, row, plan }: RowOfHall,
    place: number,
    depth: number,
  ) => {
    to.x[index] = plan.x0 + (plan.placeX[place]! + plan.placeX[place + 1]!) / 2;
    to.y[index] = site.halls[hall]!.floorY;
    to.z[index] = plan.heading === 0 ? plan.z0 + plan.depth - depth / 2 : plan.z0 + depth / 2;
    to.heading[index] = headingOf(plan);
    to.hall[index] = hall + 1;
    to.row[index] = row + 1;
    to.place[index] = place + 1;
  };
  const putRack = (of: RowOfHall, place: number) => {
    const { kindIndex, servers } = of.plan.racks[place]!;
    const kind = kinds[kindIndex]!;
    const gpus = servers * kind.gpusPerServer;
    stand(racks, rackIndex, of, place, kind.depth);
    racks.kind[rackIndex] = kindIndex;
    racks.firstGpu[rackIndex] = totals.gpus + 1;
    racks.gpus[rackIndex] = gpus;
    racks.servers[rackIndex] = servers;
    racks.array[rackIndex] = -1;
    if (kind.role === 'compute') {
      if (inArray === site.racksPerArray) inArray = 0;
      if (inArray === 0) totals.arrays++;
      inArray++;
      racks.array[rackIndex] = totals.arrays - 1;
      totals.compute++;
    }
    totals.servers += servers;
    totals.gpus += gpus;
    rackOfPlace[rows.placeOffset[rows.firstOfHall[of.hall]! + of.row]! + place] = rackIndex;
    rackIndex++;
  };
  const putRole = (of: RowOfHall, role: RackKind['role']) => {
    of.plan.racks.forEach(({ kindIndex }, place) => {
      if (kindIndex >= 0 && kinds[kindIndex]!.role === role) putRack(of, place);
    });
  };
  const putSpare = (of: RowOfHall, place: number, depth: number) => {
    stand(spares, spareIndex, of, place, depth);
    spares.width[spareIndex] = of.plan.placeX[place + 1]! - of.plan.placeX[place]!;
    spares.depth[spareIndex] = depth;
    spareIndex++;
  };

  let rowOfSite = 0;
  let placeOffset = 0;
  site.halls.forEach((each, hall) => {
    rows.firstOfHall[hall] = rowOfSite;
    const own = each.rows.map((plan, row): RowOfHall => ({ hall, row, plan }));
    for (const { row, plan } of own) {
      rows.hall[rowOfSite] = hall + 1;
      rows.row[rowOfSite] = row + 1;
      rows.x0[rowOfSite] = plan.x0;
      rows.x1[rowOfSite] = plan.x0 + plan.width;
      rows.z0[rowOfSite] = plan.z0;
      rows.z1[rowOfSite] = plan.z0 + plan.depth;
      rows.heading[rowOfSite] = headingOf(plan);
      rows.placeOffset[rowOfSite] = placeOffset;
      rows.places[rowOfSite] = plan.racks.length;
      rowOfSite++;
      placeOffset += plan.racks.length;
    }
    for (const role of FIRST_ROLES) for (const of of own) putRole(of, role);
    inArray = 0; // An array never spans two halls.
    const { depth } = spareSize(site, each);
    for (const of of own) {
      putRole(of, 'network');
      putRole(of, 'compute');
      of.plan.racks.forEach(({ kindIndex }, place) => {
        if (kindIndex < 0) putSpare(of, place, depth);
      });
    }
  });
  rows.firstOfHall[site.halls.length] = rowOfSite;
  return { site, racks, spares, rows, rackOfPlace, yard: yardUnits(site), totals };
}

/** A row with its index in its hall, and the hall's index. */
interface RowOfHall {
  hall: number;
  row: number;
  plan: RowPlan;
}

const headingOf = ({ heading }: RowPlan) => (heading === 0 ? 0 : Math.PI);

/** The rack kind whose size a hall's spare places have. */
function spareSize({ document, rackKinds }: Site, { type }: Hall): Pick<RackKind, 'depth'> {
  const spareAs = document.hallTypes.find(({ id }) => id === type)?.spareAs;
  return rackKinds.find(({ id }) => id === spareAs) ?? rackKinds[0] ?? { depth: 0 };
}

/** Indices of the racks at a row's places from west to east, -1 where none stands. */
export const racksOfRow = (
  { rows, rackOfPlace }: Pick<Layout, 'rows' | 'rackOfPlace'>,
  row: number,
): Int32Array => rackOfPlace.subarray(rows.placeOffset[row]!, rows.placeOffset[row]! + rows.places[row]!);
