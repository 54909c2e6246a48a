import type { Layout } from '../../../layout/layout.ts';
import { hallsOf } from '../../../layout/parcels.ts';
import { hull } from '../../../model/rect.ts';
import type { Hall, Rect } from '../../../model/site.ts';
import {
  type Band,
  COARSEST,
  type Dimension,
  EAST,
  NORTH,
  type PlanPoint,
  SOUTH,
  WEST,
} from './statement.ts';
import { isAssumedBuilding, isAssumedEdge, isAssumedFigure, isAssumedHall } from './assumed.ts';
import { RACK } from './rackElevation.ts';

/** The scales of a drawing, metres for an em; a station's picture is some sixty ems high. */
const SITE: Band = { finest: 2.6, coarsest: COARSEST };
const BUILDING: Band = { finest: 1.75, coarsest: 10 };
const HALL: Band = { finest: 0.7, coarsest: 1.75 };
/** Up to the scale at which even the narrowest aisle has room for its text, so that the chain is shown whole. */
const ROWS: Band = { finest: 0.7, coarsest: 0.9 };

/** Tier of lengths between a hall's wall and its rows, where there is less room than the first tier takes. */
const BEFORE_WALL = 0.75;

/** Edges nearer to each other than this count as one, metres. */
const SAME = 0.05;

export function measure(from: PlanPoint, to: PlanPoint, out: PlanPoint, tier: number, band: Band): Dimension {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return { from, to, length, out, tier, unit: 'metres', isIndoors: band !== SITE, ...band };
}

/** Edges in ascending order, each once. */
function edges(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, at) => at === 0 || value - sorted[at - 1]! > SAME);
}

/** A chain of lengths from west to east at `z`. */
const chainX = (xs: readonly number[], z: number, out: PlanPoint, band: Band): Dimension[] =>
  edges(xs).flatMap((x, at, all) => (at === 0 ? [] : [measure([all[at - 1]!, z], [x, z], out, 1, band)]));

/** A chain of lengths from north to south at `x`. */
export const chainZ = (zs: readonly number[], x: number, out: PlanPoint, band: Band): Dimension[] =>
  edges(zs).flatMap((z, at, all) => (at === 0 ? [] : [measure([x, all[at - 1]!], [x, z], out, 1, band)]));

/** A rectangle's width, measured on its north side, and its depth, measured on its west side. */
const sides = ({ x0, x1, z0, z1 }: Rect, tier: number, band: Band): Dimension[] => [
  measure([x0, z0], [x1, z0], NORTH, tier, band),
  measure([x0, z0], [x0, z1], WEST, tier, band),
];

/** Lengths, marked as assumed or not. */
export const marked = (isAssumed: boolean, all: readonly Dimension[]): Dimension[] =>
  all.map((each) => ({ ...each, isAssumed }));

/** Every length that the plan of a layout states, at all scales; the rack is the one that the stations look at. */
export function dimensions(layout: Layout, rackIndex: number): Dimension[] {
  const { site } = layout;
  const all = site.isParcel ? [] : marked(isAssumedEdge(site), sides(site.edge, 1, SITE));
  for (const { id, rect, annexes } of site.buildings) {
    // On the south and east sides, where halls have no lengths, outside of the annexes.
    const { x1, z1 } = hull([rect, ...annexes.map((annex) => annex.rect)]);
    const size = [
      measure([rect.x0, z1], [rect.x1, z1], SOUTH, 1, SITE),
      measure([x1, rect.z0], [x1, rect.z1], EAST, 1, SITE),
    ];
    all.push(...marked(isAssumedBuilding(site, id), size));
  }
  for (const { id, spaces } of site.buildings) {
    const halls = site.halls.filter(({ building }) => building === id);
    if (halls.length === 0) continue;
    const rects = halls.map(({ rect }) => rect);
    const served = spaces.filter(({ kind }) => kind !== 'future').map(({ rect }) => rect);
    const whole = hull([...rects, ...served]);
    const xs = rects.flatMap(({ x0, x1 }) => [x0, x1]);
    const zs = [...rects, ...served].flatMap(({ z0, z1 }) => [z0, z1]);
    const works = [
      ...chainX(xs, whole.z0, NORTH, BUILDING),
      ...chainZ(zs, whole.x0, WEST, BUILDING),
      measure([whole.x0, whole.z0], [whole.x1, whole.z0], NORTH, 2, BUILDING),
      measure([whole.x1, whole.z0], [whole.x1, whole.z1], EAST, 1, BUILDING),
    ];
    all.push(...marked(isAssumedHall(site, halls[0]!), works));
  }
  // Only of the hall that the stations show; its neighbours are cut off there.
  const subject = site.halls[(layout.racks.hall[rackIndex] ?? 1) - 1];
  if (subject && hallsOf(site).includes(subject))
    all.push(...marked(isAssumedHall(site, subject), hallDimensions(subject)));
  if (rackIndex < layout.racks.count) all.push(...rackDimensions(layout, rackIndex));
  return all;
}

/** A hall's size, its blocks of rows, and the spacing of its first rows. */
function hallDimensions({ rect, rows }: Hall): Dimension[] {
  const all = sides(rect, 1, HALL);
  const first = rows[0];
  if (!first) return all;
  const ends = rows.flatMap(({ x0, width }) => [x0, x0 + width]);
  all.push(...chainX([rect.x0, rect.x1, ...ends], rect.z1, SOUTH, HALL));
  // Three rows, with a cold aisle and a rear aisle between them.
  const block = rows.filter(({ x0 }) => Math.abs(x0 - first.x0) < SAME).slice(0, 3);
  const zs = block.flatMap(({ z0, depth }) => [z0, z0 + depth]);
  all.push(...chainZ(zs, first.x0, WEST, ROWS).map((each) => ({ ...each, tier: BEFORE_WALL })));
  const third = block[2];
  const east = first.x0 + first.width;
  if (third) all.push({ ...measure([east, first.z0], [east, third.z0], EAST, 1, HALL), word: 'pair' });
  return all;
}

/** A rack's frame and door, and the aisle that it faces. */
function rackDimensions({ racks, site }: Layout, rackIndex: number): Dimension[] {
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const hall = site.halls[racks.hall[rackIndex]! - 1]!;
  const row = hall.rows[racks.row[rackIndex]! - 1]!;
  const twin = hall.rows[racks.row[rackIndex]! - (row.heading === 0 ? 0 : 2)];
  // From the row's own figures, since the layout's columns are single precision.
  const west = row.x0 + row.placeX[racks.place[rackIndex]! - 1]!;
  const east = west + kind.width;
  const south = row.heading === 0;
  const front = south ? row.z0 + row.depth : row.z0;
  const towards = south ? 1 : -1;
  const rear = front - towards * kind.depth;
  const item = site.catalogue.get(kind.id);
  const mm = (part: Dimension, figure: string): Dimension => ({
    ...part,
    unit: 'millimetres',
    isAssumed: isAssumedFigure(item, figure),
  });
  const all = [
    mm(measure([west, front], [east, front], south ? SOUTH : NORTH, 1, RACK), 'width'),
    mm(measure([east, front], [east, rear], EAST, 1, RACK), 'depth'),
  ];
  if (kind.rearDoor > 0)
    all.push(mm(measure([east, rear], [east, rear - towards * kind.rearDoor], EAST, 1, RACK), 'rear-door'));
  if (twin && Math.abs(twin.x0 - row.x0) < SAME) {
    const across = south ? twin.z0 : twin.z0 + twin.depth;
    const aisle = measure([west - kind.width, front], [west - kind.width, across], WEST, 0, RACK);
    all.push(...marked(isAssumedHall(site, hall), [aisle]));
  }
  return all.filter(({ length }) => length > 0);
}
