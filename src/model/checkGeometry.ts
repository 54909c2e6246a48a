import type { ErrorList } from './checkErrors.ts';
import { rowBandZ } from './hallPlan.ts';
import { rackKindOf } from './rackKinds.ts';
import { catalogueOf, rectOf } from './resolveSite.ts';
import type { HallType, SiteDocument } from './schema.ts';
import type { RackKind, Rect } from './site.ts';

/** A micrometre: decimal metres carry binary dust. */
const SLACK = 1e-6;

const inside = (inner: Rect, outer: Rect) =>
  inner.x0 >= outer.x0 - SLACK &&
  inner.x1 <= outer.x1 + SLACK &&
  inner.z0 >= outer.z0 - SLACK &&
  inner.z1 <= outer.z1 + SLACK;

const overlap = (a: Rect, b: Rect) =>
  a.x0 < b.x1 - SLACK && b.x0 < a.x1 - SLACK && a.z0 < b.z1 - SLACK && b.z0 < a.z1 - SLACK;

const words = ({ x0, x1, z0, z1 }: Rect) =>
  [x0, x1, z0, z1]
    .map((metres) => Math.round(metres * 1000) / 1000)
    .reduce((text, metres, index) => `${text}${['x ', ' to ', ', z ', ' to '][index]}${metres}`, '');

/** Things fit into what they stand in, and do not stand in each other. */
export function checkGeometry(document: SiteDocument, errors: ErrorList): void {
  checkRects(document, errors);
  const items = catalogueOf(document);
  const kind = (id: string) => rackKindOf(id, items);
  document.hallTypes.forEach((type, index) => {
    checkHallType(type, index, kind, errors);
  });
  checkHalls(document, errors);
  document.units?.forEach(({ item, zone, headingDeg = 0, grid, counts }, index) => {
    const { size } = items.get(item)!;
    const across = Math.abs(Math.cos((headingDeg * Math.PI) / 180));
    const along = Math.abs(Math.sin((headingDeg * Math.PI) / 180));
    const width = size.x * across + size.z * along;
    const depth = size.x * along + size.z * across;
    const most = counts.reduce((count, point) => Math.max(count, point.count), 0);
    const columns = Math.min(most, grid.columns);
    const rows = Math.ceil(most / grid.columns);
    if (columns > 1 && grid.dx < width - SLACK)
      errors.add(
        ['units', index, 'grid', 'dx'],
        grid.dx,
        `at least ${width.toFixed(3)}, the width of a unit`,
      );
    if (rows > 1 && grid.dz < depth - SLACK)
      errors.add(
        ['units', index, 'grid', 'dz'],
        grid.dz,
        `at least ${depth.toFixed(3)}, the depth of a unit`,
      );
    if (most === 0) return;
    const rect = {
      x0: grid.x - width / 2,
      x1: grid.x + (columns - 1) * grid.dx + width / 2,
      z0: grid.z - depth / 2,
      z1: grid.z + (rows - 1) * grid.dz + depth / 2,
    };
    const outer = rectOf(document.zones!.find(({ id }) => id === zone)!);
    if (!inside(rect, outer))
      errors.add(['units', index, 'grid'], rect, `units inside zone ${zone}: ${words(outer)}`, words(rect));
  });
}

/** Rectangles run from west to east and north to south, inside the site's edge; buildings stand apart. */
function checkRects(document: SiteDocument, errors: ErrorList): void {
  type Drawn = { x: [number, number]; z: [number, number] };
  const edge = rectOf(document.edge);
  const ordered = (keys: (string | number)[], rect: Drawn) => {
    for (const side of ['x', 'z'] as const)
      if (!(rect[side][0] < rect[side][1]))
        errors.add(
          [...keys, side],
          rect[side],
          'the smaller number first',
          `${rect[side][0]} to ${rect[side][1]}`,
        );
  };
  const within = (keys: (string | number)[], rect: Drawn) => {
    ordered(keys, rect);
    if (!inside(rectOf(rect), edge))
      errors.add(keys, rect, `inside the site's edge: ${words(edge)}`, words(rectOf(rect)));
  };
  ordered(['edge'], document.edge);
  document.buildings.forEach((building, index) => {
    within(['buildings', index], building);
    building.annexes?.forEach((annex, at) => {
      within(['buildings', index, 'annexes', at], annex);
    });
    building.spaces?.forEach((space, at) => {
      ordered(['buildings', index, 'spaces', at], space);
    });
    document.buildings.slice(0, index).forEach((other) => {
      if (overlap(rectOf(building), rectOf(other)))
        errors.add(
          ['buildings', index],
          building,
          `a place clear of building ${other.id}`,
          words(rectOf(building)),
        );
    });
  });
  document.zones?.forEach((zone, index) => {
    within(['zones', index], zone);
  });
  document.landscape?.trees?.forEach((belt, index) => {
    ordered(['landscape', 'trees', index], belt);
  });
}

/** Rows fit into their blocks, blocks into the hall, racks into their rows. */
function checkHallType(
  type: HallType,
  index: number,
  kindOf: (id: string) => RackKind,
  errors: ErrorList,
): void {
  const keys = ['hallTypes', index];
  const [width, depth] = type.size;
  const { pairs } = type;
  const rows = type.rows.reduce((sum, { repeat = 1 }) => sum + repeat, 0);
  const room = type.blocks.length * pairs.count * 2;
  if (rows > room)
    errors.add([...keys, 'rows'], rows, `at most ${room} rows: blocks times pairs times 2`, `${rows} rows`);
  const bottom = rowBandZ(pairs, pairs.count * 2 - 1) + pairs.rowDepth;
  if (pairs.z < type.perimeter - SLACK || bottom > depth - type.perimeter + SLACK)
    errors.add(
      [...keys, 'pairs'],
      pairs,
      `within ${type.perimeter} to ${depth - type.perimeter} m of the hall's depth`,
      `rows from ${pairs.z} to ${bottom.toFixed(3)} m`,
    );
  const blocks = [...type.blocks].sort((a, b) => a.x - b.x);
  blocks.forEach(({ x, length }, block) => {
    const west = block === 0 ? type.perimeter : blocks[block - 1]!.x + blocks[block - 1]!.length;
    if (x < west - SLACK || x + length > width - type.perimeter + SLACK)
      errors.add(
        [...keys, 'blocks'],
        blocks,
        `blocks apart from each other and within ${type.perimeter} to ${width - type.perimeter} m of the hall's width`,
        `a block from ${x} to ${x + length} m`,
      );
  });
  const longest = Math.min(...type.blocks.map(({ length }) => length));
  const spare = kindOf(
    type.spareAs ?? type.rows.flatMap(({ racks }) => racks).find(([id]) => id !== 'spare')![0],
  );
  type.rows.forEach(({ racks }, row) => {
    let length = 0;
    racks.forEach(([id, count], run) => {
      const kind = id === 'spare' ? spare : kindOf(id);
      length += kind.width * count;
      const at = [...keys, 'rows', row, 'racks', run];
      if (kind.depth + kind.rearDoor > pairs.rowDepth + SLACK)
        errors.add(
          at,
          id,
          `racks at most ${pairs.rowDepth} m deep with their rear doors`,
          `${id}, ${kind.depth + kind.rearDoor} m deep`,
        );
      if (kind.height > type.height + SLACK)
        errors.add(at, id, `racks at most ${type.height} m tall`, `${id}, ${kind.height} m tall`);
    });
    if (length > longest + SLACK)
      errors.add(
        [...keys, 'rows', row, 'racks'],
        racks,
        `racks that fit into the ${longest} m of a block`,
        `${Math.round(length * 1000) / 1000} m of racks`,
      );
  });
}

/** Halls lie inside their buildings, under their roofs, and apart. */
function checkHalls(document: SiteDocument, errors: ErrorList): void {
  const rects = document.halls.map(({ type, centre }): Rect => {
    const [width, depth] = document.hallTypes.find(({ id }) => id === type)!.size;
    return {
      x0: centre[0] - width / 2,
      x1: centre[0] + width / 2,
      z0: centre[1] - depth / 2,
      z1: centre[1] + depth / 2,
    };
  });
  const buildings = new Map(document.buildings.map((building) => [building.id, building]));
  // Sorted from west to east, so that only neighbours are compared.
  const order = rects.map((_, index) => index).sort((a, b) => rects[a]!.x0 - rects[b]!.x0);
  order.forEach((index, at) => {
    if (errors.full) return;
    const rect = rects[index]!;
    const building = buildings.get(document.halls[index]!.building)!;
    if (!inside(rect, rectOf(building)))
      errors.add(
        ['halls', index, 'centre'],
        rect,
        `inside building ${building.id}: ${words(rectOf(building))}`,
        words(rect),
      );
    const type = document.hallTypes.find(({ id }) => id === document.halls[index]!.type)!;
    if (type.raisedFloor + type.height > building.eave + SLACK)
      errors.add(
        ['halls', index, 'type'],
        type.id,
        `a hall under the ${building.eave} m of its building's eave`,
        `a hall ${type.raisedFloor + type.height} m tall`,
      );
    for (let next = at + 1; next < order.length && rects[order[next]!]!.x0 < rect.x1; next++)
      if (overlap(rect, rects[order[next]!]!)) {
        const [first, second] = [index, order[next]!].sort((a, b) => a - b) as [number, number];
        errors.add(
          ['halls', second, 'centre'],
          null,
          `a place clear of hall ${document.halls[first]!.id}`,
          words(rects[second]!),
        );
      }
  });
}
