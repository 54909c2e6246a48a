import type { RackKind, Site } from '../model/site.ts';
import { type YardColumns, yardUnits } from './yard.ts';

/**
 * All racks as typed arrays with one entry per rack, in the order of installation: hall by hall, first a hall's core, storage
 * and CPU racks, then row by row the network racks and after them the compute racks. Spare places have no entry.
 */
export interface RackColumns {
  count: number;
  /** Centre of the rack's footprint without its rear door, site frame, metres; `y` is the floor that it stands on. */
  x: Float32Array;
  y: Float32Array;
  z: Float32Array;
  /** Radians about +y: 0 where the front faces south (+z), Math.PI where it faces north. */
  heading: Float32Array;
  /** Index into the site's rack kinds. */
  kind: Uint8Array;
  /** 1-based. */
  hall: Uint16Array;
  row: Uint16Array;
  place: Uint16Array;
  /** Index of the rack's array, 0-based over the site; -1 for none. */
  array: Int32Array;
  /** Number of the rack's first GPU, 1-based; for a rack without GPUs, the first number of the next rack that has some. */
  firstGpu: Uint32Array;
  gpus: Uint16Array;
  /** Counted servers; 0 where their number is not public. */
  servers: Uint16Array;
}

/** All spare places as typed arrays; site frame, metres. */
export interface SpareColumns {
  count: number;
  x: Float32Array;
  y: Float32Array;
  z: Float32Array;
  heading: Float32Array;
  hall: Uint16Array;
  row: Uint16Array;
  place: Uint16Array;
  width: Float32Array;
  depth: Float32Array;
}

/** All rows as typed arrays, hall by hall. A row's rectangle reaches from the racks' fronts to their rear doors; site frame, metres. */
export interface RowColumns {
  count: number;
  hall: Uint16Array;
  row: Uint16Array;
  x0: Float64Array;
  x1: Float64Array;
  z0: Float64Array;
  z1: Float64Array;
  heading: Float32Array;
  /** Index into `rackOfPlace` of the row's first place. */
  placeOffset: Uint32Array;
  places: Uint16Array;
  /** Index of a hall's first row, by hall index; the last entry is the number of rows. */
  firstOfHall: Uint32Array;
}

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
  let places = 0;
  let racks = 0;
  let rowCount = 0;
  for (const hall of site.halls) {
    rowCount += hall.rows.length;
    for (const row of hall.rows) {
      places += row.racks.length;
      for (const place of row.racks) if (place.kindIndex >= 0) racks++;
    }
  }
  const columns = rackColumns(racks);
  const spares = spareColumns(places - racks);
  const rows = rowColumns(rowCount, site.halls.length);
  const rackOfPlace = new Int32Array(places).fill(-1);
  const totals: Totals = { gpus: 0, servers: 0, racks, compute: 0, arrays: 0, halls: site.halls.length };
  let rackIndex = 0;
  let inArray = 0;

  const put = (hallIndex: number, rowIndex: number, placeIndex: number) => {
    const hall = site.halls[hallIndex]!;
    const row = hall.rows[rowIndex]!;
    const plan = row.racks[placeIndex]!;
    const kind = kinds[plan.kindIndex]!;
    const gpus = plan.servers * kind.gpusPerServer;
    const front = row.heading === 0 ? row.z0 + row.depth - kind.depth / 2 : row.z0 + kind.depth / 2;
    columns.x[rackIndex] = row.x0 + row.placeX[placeIndex]! + kind.width / 2;
    columns.y[rackIndex] = hall.floorY;
    columns.z[rackIndex] = front;
    columns.heading[rackIndex] = row.heading === 0 ? 0 : Math.PI;
    columns.kind[rackIndex] = plan.kindIndex;
    columns.hall[rackIndex] = hallIndex + 1;
    columns.row[rackIndex] = rowIndex + 1;
    columns.place[rackIndex] = placeIndex + 1;
    columns.firstGpu[rackIndex] = totals.gpus + 1;
    columns.gpus[rackIndex] = gpus;
    columns.array[rackIndex] = -1;
    if (kind.role === 'compute') {
      if (inArray === site.racksPerArray) inArray = 0;
      if (inArray === 0) totals.arrays++;
      inArray++;
      columns.array[rackIndex] = totals.arrays - 1;
      totals.compute++;
    }
    columns.servers[rackIndex] = plan.servers;
    totals.servers += plan.servers;
    totals.gpus += gpus;
    rackOfPlace[rows.placeOffset[rows.firstOfHall[hallIndex]! + rowIndex]! + placeIndex] = rackIndex;
    rackIndex++;
  };

  let rowOfSite = 0;
  let placeOffset = 0;
  let spareIndex = 0;
  site.halls.forEach((hall, hallIndex) => {
    rows.firstOfHall[hallIndex] = rowOfSite;
    hall.rows.forEach((row, rowIndex) => {
      rows.hall[rowOfSite] = hallIndex + 1;
      rows.row[rowOfSite] = rowIndex + 1;
      rows.x0[rowOfSite] = row.x0;
      rows.x1[rowOfSite] = row.x0 + row.width;
      rows.z0[rowOfSite] = row.z0;
      rows.z1[rowOfSite] = row.z0 + row.depth;
      rows.heading[rowOfSite] = row.heading === 0 ? 0 : Math.PI;
      rows.placeOffset[rowOfSite] = placeOffset;
      rows.places[rowOfSite] = row.racks.length;
      rowOfSite++;
      placeOffset += row.racks.length;
    });
    for (const role of FIRST_ROLES)
      hall.rows.forEach(({ racks }, rowIndex) => {
        racks.forEach(({ kindIndex }, place) => {
          if (kindIndex >= 0 && kinds[kindIndex]!.role === role) put(hallIndex, rowIndex, place);
        });
      });
    inArray = 0; // An array never spans two halls.
    hall.rows.forEach((row, rowIndex) => {
      for (const role of ['network', 'compute'])
        row.racks.forEach(({ kindIndex }, place) => {
          if (kindIndex >= 0 && kinds[kindIndex]!.role === role) put(hallIndex, rowIndex, place);
        });
      row.racks.forEach(({ kindIndex }, place) => {
        if (kindIndex >= 0) return;
        const width = row.placeX[place + 1]! - row.placeX[place]!;
        const { depth } = spareSize(site, hallIndex);
        spares.x[spareIndex] = row.x0 + row.placeX[place]! + width / 2;
        spares.y[spareIndex] = hall.floorY;
        spares.z[spareIndex] = row.heading === 0 ? row.z0 + row.depth - depth / 2 : row.z0 + depth / 2;
        spares.heading[spareIndex] = row.heading === 0 ? 0 : Math.PI;
        spares.hall[spareIndex] = hallIndex + 1;
        spares.row[spareIndex] = rowIndex + 1;
        spares.place[spareIndex] = place + 1;
        spares.width[spareIndex] = width;
        spares.depth[spareIndex] = depth;
        spareIndex++;
      });
    });
  });
  rows.firstOfHall[site.halls.length] = rowOfSite;
  return { site, racks: columns, spares, rows, rackOfPlace, yard: yardUnits(site), totals };
}

/** The rack kind whose size a hall's spare places have. */
function spareSize(site: Site, hallIndex: number): RackKind {
  const type = site.document.hallTypes.find(({ id }) => id === site.halls[hallIndex]!.type);
  return site.rackKinds.find(({ id }) => id === type?.spareAs) ?? site.rackKinds[0]!;
}

function rackColumns(count: number): RackColumns {
  return { ...standingColumns(count), ...countColumns(count) };
}

/** Columns that racks and spare places have in common. */
function standingColumns(count: number) {
  return {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    z: new Float32Array(count),
    heading: new Float32Array(count),
    hall: new Uint16Array(count),
    row: new Uint16Array(count),
    place: new Uint16Array(count),
  };
}

function countColumns(count: number) {
  return {
    kind: new Uint8Array(count),
    array: new Int32Array(count),
    firstGpu: new Uint32Array(count),
    gpus: new Uint16Array(count),
    servers: new Uint16Array(count),
  };
}

function spareColumns(count: number): SpareColumns {
  return { ...standingColumns(count), width: new Float32Array(count), depth: new Float32Array(count) };
}

function rowColumns(count: number, halls: number): RowColumns {
  return {
    count,
    hall: new Uint16Array(count),
    row: new Uint16Array(count),
    x0: new Float64Array(count),
    x1: new Float64Array(count),
    z0: new Float64Array(count),
    z1: new Float64Array(count),
    heading: new Float32Array(count),
    placeOffset: new Uint32Array(count),
    places: new Uint16Array(count),
    firstOfHall: new Uint32Array(halls + 1),
  };
}
