import { type ErrorList, type Keys, metres, rounded } from './checkErrors.ts';
import { checkHallType } from './checkHallType.ts';
import { rackKindsOf } from './rackKinds.ts';
import { contains, rectOf, type Sides } from './rect.ts';
import { catalogueOf } from './resolveSite.ts';
import type { SiteDocument } from './schema.ts';
import type { Rect } from './site.ts';
import { areApart, cornersIn, rectAround, type TurnedSides } from './turnedRect.ts';

/** Tolerance for rounding errors of decimal metres, metres. */
const SLACK = 1e-6;

/** The rectangle of a size around a point. */
const around = (x: number, z: number, width: number, depth: number): Rect => ({
  ...{ x0: x - width / 2, x1: x + width / 2 },
  ...{ z0: z - depth / 2, z1: z + depth / 2 },
});

const inside = (inner: Rect, outer: Rect) => contains(outer, inner, SLACK);

const overlap = (a: Rect, b: Rect) =>
  a.x0 < b.x1 - SLACK && b.x0 < a.x1 - SLACK && a.z0 < b.z1 - SLACK && b.z0 < a.z1 - SLACK;

const words = ({ x0, x1, z0, z1 }: Rect) =>
  `x ${rounded(x0)} to ${rounded(x1)}, z ${rounded(z0)} to ${rounded(z1)}`;

/** Checks that buildings, spaces, zones and halls lie inside what contains them and do not overlap; needs no figures of racks. */
export function checkGround(document: SiteDocument, errors: ErrorList): void {
  if (!isRight(document.edge)) return;
  checkRects(document, errors);
  checkHalls(document, errors);
}

/** Whether a rectangle gives the smaller coordinate first; others are reported with the sizes, and not compared. */
const isRight = ({ x, z }: Sides) => x[0] < x[1] && z[0] < z[1];

/** Checks that rows, racks and units lie inside what contains them and do not overlap. */
export function checkGeometry(document: SiteDocument, errors: ErrorList): void {
  const items = catalogueOf(document);
  const kinds = new Map(rackKindsOf(document, items).map((kind) => [kind.id, kind]));
  document.hallTypes.forEach((type, index) => checkHallType(type, index, (id) => kinds.get(id)!, errors));
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
      errors.add(['units', index, 'grid', 'dx'], grid.dx, `at least ${metres(width)}, the width of a unit`);
    if (rows > 1 && grid.dz < depth - SLACK)
      errors.add(['units', index, 'grid', 'dz'], grid.dz, `at least ${metres(depth)}, the depth of a unit`);
    if (most === 0) return;
    const [east, south] = [(columns - 1) * grid.dx, (rows - 1) * grid.dz];
    const rect = around(grid.x + east / 2, grid.z + south / 2, width + east, depth + south);
    const outer = rectOf(document.zones!.find(({ id }) => id === zone)!);
    if (!inside(rect, outer))
      errors.tell(['units', index, 'grid'], words(rect), `units inside zone ${zone}: ${words(outer)}`);
  });
}

/** Most angles by which buildings are turned in their site: the buildings of each are drawn by themselves. */
export const MOST_TURNS = 3;

/** Checks that rectangles lie inside the site's edge, spaces inside their building, and that buildings do not overlap. */
function checkRects(document: SiteDocument, errors: ErrorList): void {
  const edge = rectOf(document.edge);
  const within = (keys: Keys, sides: Sides, building?: TurnedSides) => {
    const rect = building?.turnDeg ? rectAround(cornersIn(building, sides)) : rectOf(sides);
    if (isRight(sides) && !inside(rect, edge))
      errors.tell(keys, words(rect), `inside the site's edge: ${words(edge)}`);
  };
  document.buildings.forEach((building, index) => {
    within(['buildings', index], building, building);
    building.annexes?.forEach((annex, at) => within(['buildings', index, 'annexes', at], annex, building));
    if (!isRight(building)) return;
    const outline = rectOf(building);
    building.spaces?.forEach((space, at) => {
      const rect = rectOf(space);
      if (isRight(space) && !inside(rect, outline))
        errors.tell(
          ['buildings', index, 'spaces', at],
          words(rect),
          `inside building ${building.id}: ${words(outline)}`,
        );
    });
    document.buildings.slice(0, index).forEach((other) => {
      if (!isRight(other)) return;
      const [own, its] = [cornersIn(building), cornersIn(other)];
      if (!areApart(own, its, SLACK))
        errors.tell(['buildings', index], words(rectAround(own)), `a place clear of building ${other.id}`);
    });
  });
  const turns = new Set(document.buildings.map(({ turnDeg = 0 }) => ((turnDeg % 360) + 360) % 360));
  turns.delete(0);
  errors.most(['buildings'], turns.size, MOST_TURNS, 'angles other than 0');
  document.zones?.forEach((zone, index) => within(['zones', index], zone));
}

/** Checks that halls lie inside their buildings, under their eaves, and do not overlap. */
function checkHalls(document: SiteDocument, errors: ErrorList): void {
  const kinds = new Map(document.hallTypes.map((type) => [type.id, type]));
  const buildings = new Map(document.buildings.map((building) => [building.id, building]));
  const types = document.halls.map(({ type }) => kinds.get(type));
  const rects = document.halls.map(({ centre: [x, z] }, index) =>
    around(x, z, ...(types[index]?.size ?? [0, 0])),
  );
  // From west to east, so that only neighbours need comparing; without halls of unknown types or in unknown buildings.
  const order = document.halls
    .map((_, index) => index)
    .filter((index) => types[index] && buildings.has(document.halls[index]!.building))
    .sort((a, b) => rects[a]!.x0 - rects[b]!.x0);
  // Halls of a turned building are given as if it were not; other buildings are clear of it.
  const isSameGround = (one: number, other: number) => {
    const [a, b] = [document.halls[one]!.building, document.halls[other]!.building];
    return a === b || (!buildings.get(a)!.turnDeg && !buildings.get(b)!.turnDeg);
  };
  order.forEach((index, at) => {
    if (errors.full) return;
    const rect = rects[index]!;
    const building = buildings.get(document.halls[index]!.building)!;
    if (isRight(building) && !inside(rect, rectOf(building)))
      errors.tell(
        ['halls', index, 'centre'],
        words(rect),
        `inside building ${building.id}: ${words(rectOf(building))}`,
      );
    const type = types[index]!;
    if (type.raisedFloor + type.height > building.eave + SLACK)
      errors.tell(
        ['halls', index, 'type'],
        `a hall ${metres(type.raisedFloor + type.height)} tall`,
        `a hall under the ${metres(building.eave)} of its building's eave`,
      );
    for (let next = at + 1; next < order.length && rects[order[next]!]!.x0 < rect.x1; next++)
      if (isSameGround(index, order[next]!) && overlap(rect, rects[order[next]!]!)) {
        const [first, second] = [index, order[next]!].sort((a, b) => a - b) as [number, number];
        errors.tell(
          ['halls', second, 'centre'],
          words(rects[second]!),
          `a place clear of hall ${document.halls[first]!.id}`,
        );
      }
  });
}
