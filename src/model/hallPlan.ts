import type { HallType } from './schema.ts';
import type { Aisle, Hall, RackPlace, RackKind, Rect, RowPlan } from './site.ts';

/** A hall type with its rows and aisles placed. Hall frame, metres: origin at the hall's inner north-west corner, x east, z south. */
interface HallPlan {
  size: readonly [number, number];
  floorY: number;
  height: number;
  rows: RowPlan[];
  aisles: Aisle[];
  trays: Hall['trays'];
}

/** Northern edge of row position `position` (0-based from the north) in a block, metres from the north wall. */
export function rowBandZ(pairs: HallType['pairs'], position: number): number {
  const pair = Math.floor(position / 2);
  const pitch = 2 * pairs.rowDepth + pairs.coldAisle + pairs.rearAisle;
  return pairs.z + pair * pitch + (position % 2) * (pairs.rowDepth + pairs.coldAisle);
}

/** Works out rows, places and aisles of a hall type. */
export function planHallType(type: HallType, kinds: readonly RackKind[]): HallPlan {
  const index = new Map(kinds.map(({ id }, kindIndex) => [id, kindIndex]));
  const spare = kinds[index.get(type.spareAs ?? '') ?? 0];
  const positions = type.pairs.count * 2;
  const rows: RowPlan[] = [];
  for (const { repeat = 1, racks } of type.rows) {
    const places = placesOf(racks, index, kinds);
    const placeX = new Float64Array(places.length + 1);
    let width = 0;
    places.forEach(({ kindIndex }, place) => {
      placeX[place] = width;
      width = round(width + (kinds[kindIndex] ?? spare)!.width);
    });
    placeX[places.length] = width;
    for (let copy = 0; copy < repeat; copy++) {
      const row = rows.length;
      const block = type.blocks[Math.floor(row / positions)];
      if (!block) throw new RangeError(`hall type ${type.id} has more rows than places for them`);
      rows.push({
        x0: block.x,
        z0: round(rowBandZ(type.pairs, row % positions)),
        width,
        depth: type.pairs.rowDepth,
        heading: row % 2 === 0 ? 0 : 180,
        racks: places,
        placeX,
      });
    }
  }
  return {
    size: type.size,
    floorY: type.raisedFloor,
    height: type.height,
    rows,
    aisles: aislesOf(type),
    trays: [...(type.trays ?? [])],
  };
}

/** A hall of a planned type with its centre at a point of the site frame. Halls of one type share the places of their rows. */
export function placeHall(plan: HallPlan, centre: readonly [number, number]) {
  const x = centre[0] - plan.size[0] / 2;
  const z = centre[1] - plan.size[1] / 2;
  return {
    rect: shift({ x0: 0, x1: plan.size[0], z0: 0, z1: plan.size[1] }, x, z),
    floorY: plan.floorY,
    height: plan.height,
    rows: plan.rows.map((row) => ({ ...row, x0: round(row.x0 + x), z0: round(row.z0 + z) })),
    aisles: plan.aisles.map(({ kind, rect }) => ({ kind, rect: shift(rect, x, z) })),
    trays: plan.trays,
  };
}

/** Rounds metres to a micrometre, to remove floating-point errors of sums such as 0.1 + 0.2. */
const round = (metres: number) => Math.round(metres * 1e6) / 1e6;

const shift = (rect: Rect, x: number, z: number): Rect => ({
  x0: round(rect.x0 + x),
  x1: round(rect.x1 + x),
  z0: round(rect.z0 + z),
  z1: round(rect.z1 + z),
});

function placesOf(
  runs: HallType['rows'][number]['racks'],
  index: ReadonlyMap<string, number>,
  kinds: readonly RackKind[],
): RackPlace[] {
  return runs.flatMap(([kind, count, servers]) => {
    const kindIndex = kind === 'spare' ? -1 : (index.get(kind) ?? -1);
    const place = { kind, kindIndex, servers: servers ?? kinds[kindIndex]?.servers ?? 0 };
    return Array.from({ length: count }, () => place);
  });
}

/** The floor between and around the rows, hall frame; rectangles that do not overlap. */
function aislesOf(type: HallType): Aisle[] {
  const [width, depth] = type.size;
  const edge = type.perimeter;
  const { pairs } = type;
  const top = pairs.z;
  const bottom = rowBandZ(pairs, pairs.count * 2 - 1) + pairs.rowDepth;
  const blocks = [...type.blocks].sort((a, b) => a.x - b.x);
  const aisles: Aisle[] = [];
  const add = (kind: Aisle['kind'], x0: number, x1: number, z0: number, z1: number) => {
    if (x1 - x0 > 1e-9 && z1 - z0 > 1e-9) aisles.push({ kind, rect: { x0, x1, z0, z1 } });
  };
  add('perimeter', 0, width, 0, edge);
  add('perimeter', 0, width, depth - edge, depth);
  add('perimeter', 0, edge, edge, depth - edge);
  add('perimeter', width - edge, width, edge, depth - edge);
  add('side', edge, width - edge, edge, top);
  add('side', edge, width - edge, bottom, depth - edge);
  let west = edge;
  blocks.forEach(({ x, length }, block) => {
    add(block === 0 ? 'side' : 'centre', west, x, top, bottom);
    west = x + length;
  });
  add('side', west, width - edge, top, bottom);
  for (const { x, length } of blocks)
    for (let pair = 0; pair < pairs.count; pair++) {
      const cold = rowBandZ(pairs, pair * 2) + pairs.rowDepth;
      add('cold', x, x + length, cold, cold + pairs.coldAisle);
      const rear = cold + pairs.coldAisle + pairs.rowDepth;
      if (pair < pairs.count - 1) add('rear', x, x + length, rear, rear + pairs.rearAisle);
    }
  return aisles;
}
